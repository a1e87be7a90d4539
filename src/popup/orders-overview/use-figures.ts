import { useEffect, useState } from 'preact/hooks';
import { FIGURES_PART } from '../../core/messages/overview-contract.ts';
import { type Figures, mergeFigures, NO_FIGURES, type TotalCovers } from '../../core/orders/figures.ts';
import type { Reason } from '../../core/outcome.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { askOverview } from './ask-overview.ts';

export interface FiguresAnswer {
  /** How many orders were counted yet. */
  readonly counted: number;
  /** Of all orders, once they are counted: never of some. */
  readonly figures?: Figures;
  readonly covers?: TotalCovers;
  readonly failure?: Reason;
}

/** Figures of all orders, asked for part by part. */
export function useFigures(): FiguresAnswer {
  const [answer, setAnswer] = useState<FiguresAnswer>({ counted: 0 });
  useEffect(() => {
    let current = true;
    count((counted) => {
      if (current) setAnswer({ counted });
      return current;
    }).then(
      (value) => current && value && setAnswer(value),
      (error) => current && setAnswer({ counted: 0, failure: failureOf(error) }),
    );
    return () => {
      current = false;
    };
  }, []);
  return answer;
}

/** `progress` is told how many were counted and says whether to go on. */
async function count(progress: (counted: number) => boolean): Promise<FiguresAnswer | undefined> {
  let figures = NO_FIGURES;
  let after: string | undefined;
  for (;;) {
    const answer = await askOverview('overview.figures', { limit: FIGURES_PART, ...(after && { after }) });
    figures = mergeFigures([figures, answer.figures]);
    const counted = figures.orders + figures.unreadable;
    if (answer.next === undefined) return { counted, figures, covers: answer.covers };
    if (!progress(counted)) return undefined;
    after = answer.next;
  }
}
