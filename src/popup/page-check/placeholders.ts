const MAC = /(?:[0-9a-f]{2}[:.-]?){5}[0-9a-f]{2}/;
const MAIL = /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/u;
/** At least four characters with a digit among them: a serial, or the number of something. */
const NUMBER = /(?=[\p{L}/-]*\d)[\p{L}\d](?:[\p{L}\d]|[/-](?=[\p{L}\d])){3,}/u;

/** A placeholder for each private value, the same one for the same value however it is spelt. */
export class Placeholders {
  readonly #made = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  of(value: string, kind: string): string {
    const key = value.trim().toLowerCase();
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    const made = `[${kind} ${count}]`;
    this.#counts.set(kind, count);
    this.#made.set(key, made);
    return made;
  }

  /**
   * Puts placeholders into texts: for every value known so far, for MACs and mail addresses, and, where `numbers` is
   * asked for, for whatever looks like a serial or a number. Texts repeat themselves a thousand times, so each is done once.
   */
  scrubber(numbers: boolean): (text: string) => string {
    // The longest first: of two names that begin alike the whole one is meant. One pass, so no placeholder is read again.
    const values = [...this.#made.keys()].sort((a, b) => b.length - a.length).map(literally);
    const sources = [...values, MAC.source, MAIL.source, ...(numbers ? [NUMBER.source] : [])].join('|');
    const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${sources})(?![\\p{L}\\d])`, 'giu');
    const done = new Map<string, string>();
    return (text) => {
      const before = done.get(text);
      if (before !== undefined) return before;
      const after = text.replace(pattern, (found) => this.of(found, kindOf(found)));
      done.set(text, after);
      return after;
    };
  }
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const whole = (shape: RegExp): RegExp => new RegExp(`^(?:${shape.source})$`, 'iu');

const kindOf = (found: string): string =>
  whole(MAC).test(found) ? 'mac' : whole(MAIL).test(found) ? 'mail' : 'number';
