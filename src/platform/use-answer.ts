import { useCallback, useEffect, useState } from 'preact/hooks';
import { notice } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';
import { MessageError } from './send.ts';

/** What a view knows of a question it asked: the last answer, and why the last try gave none. Never one for the other. */
export interface Answer<T> {
  readonly value?: T;
  readonly failure?: Reason;
}

export const failureOf = (error: unknown): Reason =>
  error instanceof MessageError
    ? error.reason
    : notice('worker-failed', { detail: error instanceof Error ? error.name : String(error) });

/**
 * Asks when shown, when `question` changes, and on each call of the returned function. `question` is what `load` depends
 * on, in words; an answer that comes after the next question was asked is dropped.
 */
export function useAnswer<T>(question: string, load: () => Promise<T>): readonly [Answer<T>, () => void] {
  const [answer, setAnswer] = useState<Answer<T>>({});
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let current = true;
    load().then(
      (value) => current && setAnswer({ value }),
      (error) => current && setAnswer((last) => ({ ...last, failure: failureOf(error) })),
    );
    return () => {
      current = false;
    };
  }, [question, asked]);
  return [answer, useCallback(() => setAsked((count) => count + 1), [])];
}

/** Calls `ask` every `milliseconds` while the page can be seen, and when it is looked at again. */
export function useRepeatWhileVisible(ask: () => void, milliseconds: number): void {
  useEffect(() => {
    const askIfVisible = (): void => {
      if (document.visibilityState === 'visible') ask();
    };
    const timer = setInterval(askIfVisible, milliseconds);
    document.addEventListener('visibilitychange', askIfVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', askIfVisible);
    };
  }, [ask, milliseconds]);
}
