import { useEffect, useState } from 'preact/hooks';
import type { Reason } from '../../core/outcome.ts';
import { failureOf } from '../../platform/use-answer.ts';

/** The answer to one question, or why there is none. */
export interface FreshAnswer<T> {
  readonly question: string;
  readonly value?: T;
  readonly failure?: Reason;
}

/**
 * The answer to the question that is asked now. While it is awaited there is none: what was said of one customer, PBX or
 * selection must not stand there for another.
 */
export function useFresh<T>(question: string, load: () => Promise<T>): FreshAnswer<T> | undefined {
  const [answer, setAnswer] = useState<FreshAnswer<T>>();
  useEffect(() => {
    let current = true;
    load().then(
      (value) => current && setAnswer({ question, value }),
      (error) => current && setAnswer({ question, failure: failureOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [question]);
  return answer?.question === question ? answer : undefined;
}
