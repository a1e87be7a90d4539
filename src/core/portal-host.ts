/** The portal that every install may read; others are granted by the partner, host by host. */
export const PORTAL_PATTERN = 'https://my.wildix.com/*';

const EXACT_HOST = /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*)(:\d+)?\/\*$/;

/** Host of a match pattern that names one https host. Wildcards give `undefined`: they would make any page a portal. */
export const hostOfPattern = (pattern: string): string | undefined => {
  const match = EXACT_HOST.exec(pattern);
  return match === null ? undefined : `${match[1]}${match[2] ?? ''}`;
};

/** The match pattern for what a person typed: a host, or an address on it. `undefined` for anything but https. */
export function patternOfInput(input: string): string | undefined {
  const text = input.trim();
  const address = text.includes('://') ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.username !== '' || !url.hostname.includes('.')) return undefined;
  const pattern = `https://${url.hostname}/*`;
  return hostOfPattern(pattern) === undefined ? undefined : pattern;
}

/** Whether a pattern of one exact host covers this origin. As in the browsers, no port in the pattern means every port. */
export function coversOrigin(pattern: string, origin: string): boolean {
  const host = hostOfPattern(pattern);
  if (host === undefined) return false;
  return (
    origin === `https://${host}` || (!host.includes(':') && new RegExp(`^https://${escaped(host)}:\\d+$`).test(origin))
  );
}

const escaped = (text: string): string => text.replace(/[.-]/g, '\\$&');
