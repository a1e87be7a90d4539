import type { AgreedFrom } from '../../core/conversion-run.ts';
import type { Reason } from '../../core/outcome.ts';
import type { RunRecord } from '../../core/records/run.ts';
import type { Answer } from '../portal/question.ts';

export type JournalledStep = 'selecting' | 'selected' | 'asked' | 'agreeing' | 'accepted';

/** What a run needs of the worker: each answer comes once it is on disk. @throws MessageError */
export interface Journal {
  advance(to: JournalledStep, keys: string[]): Promise<RunRecord>;
  rewind(keys: string[]): Promise<RunRecord>;
  interrupt(from: AgreedFrom | undefined, reason: Reason): Promise<RunRecord>;
  abandon(from: AgreedFrom): Promise<RunRecord>;
}

/** What a run needs of WMP's page. All but `taken` and `restore` throw Stop where it is not as it has to be. */
export interface Portal {
  checkPage(): void;
  /** Makes WMP's selection exactly these. */
  select(keys: ReadonlySet<string>, signal: AbortSignal): Promise<void>;
  /** Reads WMP's selection back. @throws Stop `selection-differs` where it is not exactly these */
  readBack(keys: ReadonlySet<string>, signal: AbortSignal): Promise<void>;
  /** Presses Convert to HWaaS and waits for WMP's question. */
  ask(keys: ReadonlySet<string>, signal: AbortSignal): Promise<Question>;
  /** WMP has taken these; what it does with its selection of them is its own affair. */
  taken(keys: ReadonlySet<string>): void;
  /** Gives the partner's own selection back, as far as it can. Never throws. */
  restore(): Promise<void>;
}

/** WMP's own confirmation, standing on the page. */
export interface Question {
  /** Whether it is still there and asks about exactly what is planned. @throws Stop */
  check(): void;
  /** Presses Agree. `false`: it was not pressed. */
  agree(signal: AbortSignal): Promise<boolean>;
  /** Puts it away without agreeing. `false`: it still stands there. */
  cancel(): Promise<boolean>;
  /** What became of a pressed Agree. */
  answer(): Promise<Answer>;
  /** What the partner does with it; listens from the call on. */
  partnersAnswer(): Promise<'agreed' | 'cancelled' | 'unclear'>;
}

/** What the partner wants of the run at this moment. */
export interface Control {
  /** Ends when the run has to stop for good; its reason is a Stop where the partner said so. */
  readonly signal: AbortSignal;
  readonly paused: boolean;
  /** Ends as soon as the run is paused. */
  readonly pausing: AbortSignal;
  /** Resolves once it is not paused. @throws Gone when it has to stop */
  going(): Promise<void>;
}

/** Watches for a hand of the partner's own in WMP, beside that of the run. */
export interface Watch {
  /** Ends with the first touch, or with the signal it was made with. */
  readonly signal: AbortSignal;
  readonly touched: boolean;
  end(): void;
}

export interface Ports {
  readonly journal: Journal;
  readonly portal: Portal;
  readonly control: Control;
  watch(signal: AbortSignal): Watch;
}

export interface RunOptions {
  /** Most devices at a time. */
  readonly groupSize: number;
  /** Between groups, in milliseconds. */
  readonly pace: number;
}
