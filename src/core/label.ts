/** Icons, sort arrows, colons, stars for required fields: what stands around a label without being part of it. */
const AROUND = /^[\s\p{P}\p{S}\p{Co}]+|[\s\p{P}\p{S}\p{Co}]+$/gu;
/** A unit or a remark behind a label: `Price (EUR)`. */
const REMARK = /\s*[([][^)\]]{0,20}[)\]]\s*$/u;

/**
 * One spelling of a label, for comparing: compatibility form, lower case, no accents, single spaces, nothing around it.
 * Invisible format characters (soft hyphens, direction marks) are dropped. Empty where nothing is left.
 */
export function labelKey(text: string): string {
  return text
    .replace(/[\p{Cf}\u00ad]/gu, '')
    .replace(REMARK, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\s_]+/gu, ' ')
    .replace(AROUND, '')
    .replace(/ß/gu, 'ss')
    .toLowerCase();
}

/** Words per concept, one string with bars between synonyms: the languages en, de, es, fr, it, nl follow each other. */
export type Vocabulary<Concept extends string> = Readonly<Record<Concept, string>>;

/** No label has a number of three digits, but for a count in brackets; serial numbers, amounts and years do: a list is full of them. */
const NUMBERED = /^[^([]*\d{3}/;
/** Texts whose meaning is kept: a list repeats its words. */
const MOST_KNOWN = 2000;

/** Looks a printed text up: the concepts that it can mean, mostly none or one. */
export function indexLabels<Concept extends string>(words: Vocabulary<Concept>): (text: string) => readonly Concept[] {
  const index = new Map<string, Concept[]>();
  for (const [concept, labels] of Object.entries(words) as [Concept, string][]) {
    for (const label of labels.split('|')) {
      const key = labelKey(label) || label.trim();
      const concepts = index.get(key);
      if (concepts === undefined) index.set(key, [concept]);
      else if (!concepts.includes(concept)) concepts.push(concept);
    }
  }
  const none: readonly Concept[] = [];
  const known = new Map<string, readonly Concept[]>();
  return (text) => {
    if (text.length > 60 || NUMBERED.test(text)) return none;
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = index.get(labelKey(text) || text.trim()) ?? none;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, found);
    return found;
  };
}
