import type { AgreedFrom } from '../../core/conversion-run.ts';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import type { RunRecord } from '../../core/records/run.ts';
import { MessageError } from '../../platform/send.ts';
import { Stop } from '../portal/stop.ts';
import { Gone, pause } from '../portal/wait.ts';
import type { JournalledStep, Ports, Question, RunOptions, Watch } from './ports.ts';

/** How a run ended for the page that carried it out. */
export interface RunOutcome {
  readonly run: RunRecord | undefined;
  /** Why it did not go through, if so. */
  readonly reason: Reason | undefined;
}

/** What became of a group: it was agreed to, only tried, or it begins anew, smaller where WMP does not hold so many selected. */
type GroupEnd = 'agreed' | 'tried' | 'again' | 'smaller';

/**
 * Carries a journalled run through, group by group: each step on disk before what it stands for is done. Agree is pressed
 * at most once for each group, after `agreeing` is on disk; never again, whatever happens then.
 */
export class Driver {
  #run: RunRecord;
  /** From which step on somebody may have agreed to the group at hand, should it break now. */
  #agreedFrom: AgreedFrom | undefined;
  #touched = false;

  constructor(
    run: RunRecord,
    private readonly ports: Ports,
    private readonly options: RunOptions,
    private readonly progress: (run: RunRecord) => void,
  ) {
    this.#run = run;
  }

  async carryOut(): Promise<RunOutcome> {
    const { control, portal } = this.ports;
    const planned = this.#run.devices.filter(({ step }) => step === 'planned').map(({ key }) => key);
    const groups = chunks(planned, this.options.groupSize);
    try {
      for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
        await control.going();
        const end = await this.#convert(group);
        if (end === 'again') groups.unshift(group);
        else if (end === 'smaller') groups.unshift(...chunks(group, Math.ceil(group.length / 2)));
        else if (groups.length > 0) await pause(this.options.pace, control.signal);
      }
      if (this.#run.trial) return await this.#end(notice('trial-done'));
      return { run: this.#run, reason: undefined };
    } catch (error) {
      return await this.#end(reasonOf(error, control.signal));
    } finally {
      // Two hands at one selection are one too many.
      if (!this.#touched) await portal.restore();
    }
  }

  async #convert(keys: string[]): Promise<GroupEnd> {
    const { journal, control } = this.ports;
    const watch = this.ports.watch(control.signal);
    const group = new Set(keys);
    this.#agreedFrom = undefined;
    try {
      if (!(await this.#select(keys, group, watch))) {
        this.#put(await journal.rewind(keys));
        return control.paused ? 'again' : 'smaller';
      }
      // From here on a pause comes too late for this group: WMP's question would stand there unattended.
      const question = await this.#ask(group, watch);
      try {
        await this.#answer(keys, group, question, watch);
      } catch (error) {
        await this.#putAway(question, watch);
        throw error;
      }
      if (!this.#run.trial) return 'agreed';
      if (!(await question.cancel())) throw new Stop(notice('dialog-stands'));
      this.#put(await journal.rewind(keys));
      return 'tried';
    } catch (error) {
      if (!watch.touched) throw error;
      this.#touched = true;
      throw new Stop(notice('partner-clicked'));
    } finally {
      watch.end();
    }
  }

  async #ask(group: ReadonlySet<string>, watch: Watch): Promise<Question> {
    try {
      return await this.ports.portal.ask(group, watch.signal);
    } catch (error) {
      // The partner's hand was there when WMP was about to ask: what he answered was not seen.
      if (watch.touched) this.#agreedFrom = 'selected';
      throw error;
    }
  }

  /** `false`: it has to begin anew. */
  async #select(keys: string[], group: ReadonlySet<string>, watch: Watch): Promise<boolean> {
    const { portal, control } = this.ports;
    const signal = AbortSignal.any([watch.signal, control.pausing]);
    try {
      portal.checkPage();
      await this.#step('selecting', keys, watch);
      await portal.select(group, signal);
      await this.#step('selected', keys, watch);
      await portal.readBack(group, signal);
      return !control.paused;
    } catch (error) {
      if (error instanceof Gone && control.paused && !watch.signal.aborted) return false;
      if (keys.length > 1 && error instanceof Stop && isNotHeld(error.reason) && !control.paused) return false;
      throw error;
    }
  }

  /** WMP asks: Agree, or all but Agree where it is only tried. */
  async #answer(keys: string[], group: ReadonlySet<string>, question: Question, watch: Watch): Promise<void> {
    const { portal, control } = this.ports;
    if (this.#run.partnerAgrees) this.#agreedFrom = 'asked';
    await this.#step('asked', keys, watch);
    question.check();
    // What WMP asks about is what it holds selected now, not what it held before it was asked.
    await portal.readBack(group, watch.signal);
    if (this.#run.trial) return;
    // The journal first: whatever breaks from here on, these devices are never agreed to again.
    await this.#step('agreeing', keys, watch);
    portal.checkPage();
    question.check();
    if (watch.touched) throw new Stop(notice('partner-clicked'));
    this.#agreedFrom = 'agreeing';
    if (this.#run.partnerAgrees) await this.#letPartnerAgree(question, watch);
    else if (!(await question.agree(watch.signal))) {
      this.#agreedFrom = undefined;
      throw new Stop(notice('portal-did-not-react', { action: 'Agree' }));
    }
    watch.end();
    const answer = await question.answer();
    if (answer.kind !== 'accepted')
      throw new Stop(
        answer.kind === 'said' && answer.text !== ''
          ? notice('portal-refused', { text: answer.text.slice(0, 300) })
          : notice('portal-did-not-react', { action: 'Agree' }),
      );
    if (control.signal.aborted && !(control.signal.reason instanceof Stop)) throw new Gone('the visit is over');
    this.#put(await this.ports.journal.advance('accepted', keys));
    this.#agreedFrom = undefined;
    portal.taken(group);
  }

  async #letPartnerAgree(question: Question, watch: Watch): Promise<void> {
    watch.end();
    const did = await question.partnersAnswer();
    if (did === 'agreed') return;
    if (did === 'cancelled') this.#agreedFrom = undefined;
    throw new Stop(notice(did === 'cancelled' ? 'partner-cancelled' : 'partner-answer-unclear'));
  }

  /** A question that was not agreed to does not stay on the page; where it does, or the partner's hand is at it, nobody knows. */
  async #putAway(question: Question, watch: Watch): Promise<void> {
    if (this.#agreedFrom === 'agreeing') return;
    if (watch.touched) this.#agreedFrom = 'asked';
    else if (!(await question.cancel())) this.#agreedFrom = 'asked';
  }

  async #step(to: JournalledStep, keys: string[], watch: Watch): Promise<void> {
    if (watch.touched) throw new Stop(notice('partner-clicked'));
    if (watch.signal.aborted) throw new Gone('the visit is over');
    this.#put(await this.ports.journal.advance(to, keys));
  }

  #put(run: RunRecord): void {
    this.#run = run;
    this.progress(run);
  }

  /** The rest may be gone on with where only the page is gone. */
  async #end(reason: Reason): Promise<RunOutcome> {
    const { journal } = this.ports;
    try {
      this.#put(
        RESUMABLE.has(reason.code)
          ? await journal.abandon(this.#agreedFrom ?? 'agreeing')
          : await journal.interrupt(this.#agreedFrom, reason),
      );
    } catch (error) {
      // What cannot be written is found as it stands by whoever comes to the page next.
      console.error('WMP Companion:', error);
    }
    return { run: this.#run, reason };
  }
}

const RESUMABLE: ReadonlySet<string> = new Set(['page-left', 'page-logged-out', 'no-answer']);

/** WMP let go of rows that it was made to select, and holds none besides. */
const isNotHeld = ({ code, params }: Reason): boolean =>
  code === 'selection-differs' && params?.['extra'] === 0 && Number(params['missing']) > 0;

function chunks(keys: readonly string[], size: number): string[][] {
  const parts: string[][] = [];
  for (let i = 0; i < keys.length; i += size) parts.push(keys.slice(i, i + size));
  return parts;
}

function reasonOf(error: unknown, signal: AbortSignal): Reason {
  if (error instanceof Stop || error instanceof MessageError) return error.reason;
  if (signal.reason instanceof Stop) return signal.reason.reason;
  if (error instanceof Gone || signal.aborted) return notice('page-left');
  console.error('WMP Companion:', error);
  return notice('worker-failed', { detail: error instanceof Error ? error.message : String(error) });
}
