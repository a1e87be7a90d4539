/** Who can send a message, by how far it is trusted. */
export type SenderKind = 'content' | 'popup' | 'options' | 'worker';

/** What the browser tells of a sender; the parts of `runtime.MessageSender` that trust rests on. */
export interface SenderFacts {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tabId?: number | undefined;
}

/** What it is held against. `allowsOrigin` answers by the granted host permissions. */
export interface TrustBase {
  readonly extensionId: string;
  /** `chrome-extension://…/`, with its slash. */
  readonly extensionRoot: string;
  readonly portalOrigins: readonly string[];
}

const PAGES: ReadonlyArray<readonly [string, SenderKind]> = [
  ['src/popup/index.html', 'popup'],
  ['src/options/index.html', 'options'],
  // The worker, as the build names it; in Firefox it is a page.
  ['service-worker-loader.js', 'worker'],
  ['_generated_background_page.html', 'worker'],
];

/**
 * Which kind of sender this is, or `undefined` where it is none of ours: another extension, a page of an origin that was
 * not granted, a frame inside a page.
 */
export function senderKind(sender: SenderFacts, trust: TrustBase): SenderKind | undefined {
  if (sender.id !== trust.extensionId || sender.url === undefined) return undefined;
  if (sender.url.startsWith(trust.extensionRoot)) {
    const path = sender.url.slice(trust.extensionRoot.length).replace(/[?#].*$/, '');
    return PAGES.find(([page]) => page === path)?.[1];
  }
  if (sender.tabId === undefined || sender.frameId !== 0) return undefined;
  return trust.portalOrigins.includes(originOf(sender.url)) ? 'content' : undefined;
}

/** Scheme, host and port of an http(s) URL, or an empty string. */
export const originOf = (url: string): string => /^https?:\/\/[^/?#]+/.exec(url)?.[0].toLowerCase() ?? '';
