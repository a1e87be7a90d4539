import type { Portal, Question } from '../../../src/content/conversion/ports.ts';
import type { Answer } from '../../../src/content/portal/question.ts';
import { Stop } from '../../../src/content/portal/stop.ts';
import { Gone } from '../../../src/content/portal/wait.ts';
import { notice } from '../../../src/core/notices.ts';

/** What WMP does when Agree is pressed. */
export type AgreeFault = 'fine' | 'error' | 'error-but-converts' | 'silent';

/** WMP's server, as far as conversions go: what was agreed to is on record here, whatever a page says. */
export class SimulatedServer {
  /** How often each device was agreed to. */
  readonly agreed = new Map<string, number>();
  /** When each was converted, in minutes. */
  readonly converted = new Map<string, number>();
  agree: AgreeFault = 'fine';
  dialogNever = false;
  asksOthers = false;
  loggedOut = false;
  minute = 0;

  /** @param lag minutes until a converted device shows as HWaaS. */
  constructor(
    readonly keys: readonly string[],
    readonly lag: number,
  ) {}

  contract(key: string): 'capex' | 'hwaas' {
    const at = this.converted.get(key);
    return at !== undefined && this.minute >= at + this.lag ? 'hwaas' : 'capex';
  }

  take(keys: ReadonlySet<string>): Answer {
    if (this.loggedOut) return { kind: 'said', text: '' };
    if (this.agree !== 'error')
      for (const key of keys) {
        this.agreed.set(key, (this.agreed.get(key) ?? 0) + 1);
        if (!this.converted.has(key)) this.converted.set(key, this.minute);
      }
    if (this.agree === 'fine') return { kind: 'accepted' };
    return this.agree === 'silent' ? { kind: 'silent' } : { kind: 'said', text: 'An error has occurred' };
  }
}

/** One document of WMP's: what is selected in it, and what it asks. */
export class SimulatedPage {
  selected = new Set<string>();
  dialog: ReadonlySet<string> | undefined;
  constructor(
    readonly id: string,
    readonly server: SimulatedServer,
  ) {}

  /** Somebody presses Agree, the run or the partner. */
  agree(): Answer {
    const keys = this.dialog;
    this.dialog = undefined;
    return keys === undefined ? { kind: 'silent' } : this.server.take(keys);
  }
}

/** What the partner does where he is to press Agree himself. */
export type PartnersHand = 'agrees' | 'cancels' | 'agrees unseen' | 'cancels unseen';

/** A page as a run sees it. `at`: called wherever it does something; a schedule breaks the run there. */
export function portalOf(page: SimulatedPage, at: () => Promise<void>, hand: PartnersHand): Portal {
  const { server } = page;
  const check = () => {
    if (server.loggedOut) throw new Stop(notice('page-logged-out'));
  };
  return {
    checkPage: check,
    async select(keys, signal) {
      for (const key of [...page.selected]) if (!keys.has(key)) page.selected.delete(key);
      for (const key of keys) {
        await at();
        check();
        if (signal.aborted) throw new Gone('the run is over');
        page.selected.add(key);
      }
    },
    async readBack(keys) {
      await at();
      const missing = [...keys].filter((key) => !page.selected.has(key)).length;
      const extra = [...page.selected].filter((key) => !keys.has(key)).length;
      const [reviewed, found] = [[...keys].join(', '), [...page.selected].join(', ')];
      if (missing + extra > 0) throw new Stop(notice('selection-differs', { missing, extra, reviewed, found }));
    },
    async ask(keys) {
      await at();
      check();
      if (server.dialogNever) throw new Stop(notice('dialog-not-opened'));
      page.dialog = new Set(server.asksOthers ? [...page.selected, ...server.keys] : page.selected);
      await at();
      return question(keys);
    },
    taken: () => undefined,
    restore: async () => undefined,
  };

  function question(keys: ReadonlySet<string>): Question {
    let answer: Answer = { kind: 'silent' };
    return {
      check() {
        if (page.dialog === undefined) throw new Stop(notice('dialog-not-opened'));
        if (page.dialog.size !== keys.size)
          throw new Stop(notice('dialog-count-differs', { shown: page.dialog.size, planned: keys.size }));
      },
      async agree() {
        await at();
        answer = page.agree();
        await at();
        return true;
      },
      async cancel() {
        page.dialog = undefined;
        return true;
      },
      async answer() {
        await at();
        return answer;
      },
      async partnersAnswer() {
        await at();
        if (hand.startsWith('agrees')) answer = page.agree();
        page.dialog = undefined;
        await at();
        return hand === 'agrees' ? 'agreed' : hand === 'cancels' ? 'cancelled' : 'unclear';
      },
    };
  }
}
