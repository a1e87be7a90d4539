import type { TaughtColumn } from '../../../core/page-profile.ts';
import type { Work } from '../slices.ts';
import { labelKey } from './label.ts';

/** Words that a partner taught, by the spelling that compares; each with what it means. */
export interface TaughtWords {
  readonly columns: ReadonlyMap<string, string>;
  readonly actions: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
  /** Words of contract types. */
  readonly values: ReadonlyMap<string, string>;
  /** The columns that have to stand on one header line. */
  readonly line: readonly TaughtColumn[];
}
type Kind = 'columns' | 'actions' | 'titles' | 'values';

export const taughtKey = (text: string): string => labelKey(text) || text.trim();

/** What is in use for one reading, and what of it was met so far. */
export interface Reading {
  readonly words: TaughtWords | undefined;
  readonly met: Readonly<Record<Kind, Set<string>>>;
  /** A taught label that the built-in words know for something else: they win. */
  contradicted: string | undefined;
}

const reading = (words: TaughtWords | undefined): Reading => ({
  words,
  met: { columns: new Set(), actions: new Set(), titles: new Set(), values: new Set() },
  contradicted: undefined,
});

let now = reading(undefined);

/** Puts the words of the page's profile in use; without any, only the built-in ones count. */
export const useTaught = (words: TaughtWords | undefined): void => {
  if (now.words !== words) now = reading(words);
};

export const taughtInUse = (): TaughtWords | undefined => now.words;

/** Does work by some words, which are put aside whenever it stops for a while: others read meanwhile by those in use. */
export function* byWords<T>(words: TaughtWords | undefined, make: () => Work<T>): Work<{ value: T; read: Reading }> {
  const mine = reading(words);
  const work = make();
  for (;;) {
    const aside = now;
    now = mine;
    let step: IteratorResult<'turn' | undefined, T>;
    try {
      step = work.next();
    } finally {
      now = aside;
    }
    if (step.done === true) return { value: step.value, read: mine };
    yield step.value;
  }
}

/** Asks the built-in words alone. */
export function withoutTaught<T>(ask: () => T): T {
  const aside = now;
  now = reading(undefined);
  try {
    return ask();
  } finally {
    now = aside;
  }
}

/** Whether a label counts because it was taught. */
export const isTaughtAction = (label: string): boolean => now.words?.actions.has(taughtKey(label)) === true;

/** A vocabulary with the taught words beside it: where its own words are certain of something else, those count. */
export function withTaught<Concept extends string>(
  kind: Kind,
  own: (text: string) => readonly Concept[],
): (text: string) => readonly Concept[] {
  return (text) => {
    const known = own(text);
    const { words } = now;
    if (words === undefined || words[kind].size === 0 || text.length > 60) return known;
    const key = taughtKey(text);
    const concept = words[kind].get(key) as Concept | undefined;
    if (concept === undefined) return known;
    if (known.length > 0 && !known.includes(concept)) {
      now.contradicted ??= text;
      return known;
    }
    now.met[kind].add(key);
    return [concept];
  };
}

/** `Enheter för Acme`: a title that begins with taught words, and a name behind them. */
export function afterTaughtTitle<Word extends string>(text: string): { word: Word; name: string } | undefined {
  const { words, met } = now;
  if (words === undefined) return undefined;
  for (const [key, word] of words.titles) {
    const length = key.split(' ').length;
    const tokens = text.split(' ');
    const name = tokens.slice(length).join(' ');
    if (name === '' || taughtKey(tokens.slice(0, length).join(' ')) !== key) continue;
    met.titles.add(key);
    return { word: word as Word, name };
  }
  return undefined;
}
