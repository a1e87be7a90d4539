import { isOpen, mayHaveBeenAgreed } from '../../core/conversion-run.ts';
import type { RunRecord } from '../../core/records/run.ts';
import { ask } from '../../platform/send.ts';
import { deviceDesk, type JudgedDevices } from '../judged-devices.ts';
import { pause } from '../portal/wait.ts';
import type { Visit } from '../visit.ts';
import { findAbandoned } from './run.ts';

/** How long after Agree Devices is looked at how often: WMP takes up to ten minutes (R8). Later only when the page changes. */
const LOOKS = [
  { until: 120_000, every: 3_000 },
  { until: 720_000, every: 30_000 },
] as const;

function nextLook(run: RunRecord): number | undefined {
  // Nothing of it can have changed by WMP's doing.
  if (!run.devices.some(({ step }) => mayHaveBeenAgreed(step) && step !== 'confirmed')) return undefined;
  const since = Date.now() - Date.parse(run.agreedAt ?? run.startedAt);
  return LOOKS.find(({ until }) => since < until)?.every;
}

/** The runs of the page's customer: tells the worker what Devices shows, and goes on looking while something is on its way. */
export class FollowUp {
  #runs: readonly RunRecord[] = [];
  #observed = '';
  #looking = false;

  /** @param busy whether this page carries a run out: then nobody else looks or presses. */
  constructor(
    private readonly visit: Visit,
    private readonly busy: () => boolean,
    private readonly changed: () => void,
  ) {}

  /** Newest first. */
  get runs(): readonly RunRecord[] {
    return this.#runs.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  }

  put(run: RunRecord): void {
    this.#runs = [run, ...this.#runs.filter((other) => other.id !== run.id)];
    this.changed();
  }

  async observe({ customer, devices }: JudgedDevices): Promise<void> {
    if (customer === undefined || this.busy()) return;
    const shown = [...devices.values()].map(({ key, contract }) => ({ key, contract }));
    const seen = JSON.stringify(shown);
    if (seen === this.#observed && !this.#runs.some(isOpen)) return;
    this.#observed = seen;
    const answer = await ask('runs.observe', { customer, devices: shown, url: location.href });
    const runs = await findAbandoned(customer, answer.runs);
    if (this.visit.signal.aborted || this.busy()) return;
    const known = new Map(this.#runs.map((run) => [run.id, run]));
    for (const run of runs) known.set(run.id, run);
    // A run that is not among the open ones any more was settled to its end.
    const open = new Set(runs.map((run) => run.id));
    const ended = this.#runs.filter((run) => isOpen(run) && !open.has(run.id));
    if (ended.length > 0)
      for (const run of (await ask('runs.list', { customer })).runs)
        if (ended.some(({ id }) => id === run.id)) known.set(run.id, run);
    this.#runs = [...known.values()];
    this.changed();
    if (this.#runs.some(isOpen)) void this.#lookAgain();
  }

  async #lookAgain(): Promise<void> {
    const waits = this.#runs.filter(isOpen).flatMap((run) => nextLook(run) ?? []);
    if (this.#looking || waits.length === 0) return;
    this.#looking = true;
    try {
      await pause(Math.min(...waits), this.visit.signal);
      if (!this.busy()) await deviceDesk(this.visit).collect();
    } catch {
      // The visit is over.
    } finally {
      this.#looking = false;
    }
    if (!this.visit.signal.aborted && this.#runs.some(isOpen)) void this.#lookAgain();
  }
}
