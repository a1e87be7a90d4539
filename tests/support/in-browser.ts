/**
 * A function and its arguments, as a script for page.evaluate(). tsx wraps inner functions in calls of a helper that does not exist
 * over there, hence the stand-in for it.
 * @param args as source text, not as values
 */
export function inBrowser(work: (...args: never[]) => unknown, ...args: string[]): string {
  return `{ const __name = (f) => f; (${work})(${args.join(', ')}); }`;
}

export const literal = (value: unknown): string => JSON.stringify(value) ?? 'undefined';
