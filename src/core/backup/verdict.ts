import type { Stamp } from '../records/stamp.ts';

/** What a record of a file is to the one that is here: of `older` ones, and of `same` ones, nothing is taken. */
export const VERDICTS = ['new', 'newer', 'same', 'older'] as const;
export type Verdict = (typeof VERDICTS)[number];

type Stamped = Pick<Stamp, 'revision' | 'updatedAt'> & { readonly seen?: { readonly at: string } | undefined };

/** Who wrote it, when and where it was last seen make no other content. */
const ASIDE: ReadonlySet<string> = new Set(['revision', 'updatedAt', 'updatedBy', 'updatedOn', 'seen', 'elsewhere']);

/**
 * What was written or seen later wins: revisions of two computers count different changes. At the same time the higher
 * revision does, else the one that sorts last, so that every computer decides alike.
 */
export function verdictOf(file: Stamped, here: Stamped | undefined): Verdict {
  if (here === undefined) return 'new';
  const [a, b] = [contentOf(file), contentOf(here)];
  const [then, now] = [lastKnown(file), lastKnown(here)];
  if (a === b) return then > now ? 'newer' : 'same';
  if (then !== now) return then > now ? 'newer' : 'older';
  return (file.revision === here.revision ? a > b : file.revision > here.revision) ? 'newer' : 'older';
}

const lastKnown = ({ updatedAt, seen }: Stamped): string =>
  seen !== undefined && seen.at > updatedAt ? seen.at : updatedAt;

/** What a record says, as one text. */
export const contentOf = (record: object): string =>
  canonical(Object.fromEntries(Object.entries(record).filter(([name]) => !ASIDE.has(name))));

/** One text for one content: keys sorted, those without a value left out. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
