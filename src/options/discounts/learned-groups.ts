import type { LearnedData } from '../../core/messages/amounts-data.ts';

export type Observation = LearnedData['contradictions'][number][number];

/** What observations of one product at one Duration come to at a quantity; `percent` is absent where they contradict. */
export interface LearnedGroup {
  readonly kind: 'used' | 'single' | 'contradictory';
  readonly from: number;
  readonly percent?: string;
  readonly observations: readonly Observation[];
}

/** Tiers, single observations and contradictions of one product at one Duration, by rising quantity. */
export function groupsOf({ tiers, single, contradictions }: LearnedData): readonly LearnedGroup[] {
  const groups = [
    ...tiers.map(({ from, percent, observations }): LearnedGroup => ({ kind: 'used', from, percent, observations })),
    ...single.map(({ from, percent, observations }): LearnedGroup => ({ kind: 'single', from, percent, observations })),
    ...contradictions.map((observations): LearnedGroup => {
      return { kind: 'contradictory', from: observations[0]?.quantity ?? 0, observations };
    }),
  ];
  return groups.sort((a, b) => a.from - b.from);
}
