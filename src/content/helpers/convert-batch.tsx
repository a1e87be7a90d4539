import { isOpen } from '../../core/conversion-run.ts';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import type { RunRecord } from '../../core/records/run.ts';
import { ask } from '../../platform/send.ts';
import { runConversion, settleStaleRuns } from '../conversion-runner.ts';
import { deviceDesk, type JudgedDevices } from '../judged-devices.ts';
import { Stop } from '../portal/conversion.ts';
import type { Grid } from '../portal/grid.ts';
import { oneGrid } from '../portal/page.ts';
import { pause } from '../portal/wait.ts';
import { ConvertBar } from '../ui/convert-bar.tsx';
import { ConvertProgress } from '../ui/convert-progress.tsx';
import { ConvertReview } from '../ui/convert-review.tsx';
import { placeAbove, placeFloating } from '../ui/host.ts';
import { createSurface, type Surface } from '../ui/render.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

/** How long after Agree Devices is looked at how often: WMP takes up to ten minutes (R8). Later only when the page changes. */
const LOOKS = [
  { until: 120_000, every: 3_000 },
  { until: 720_000, every: 30_000 },
] as const;

function nextLook(run: RunRecord): number | undefined {
  const since = Date.now() - Date.parse(run.agreedAt ?? run.startedAt);
  return LOOKS.find(({ until }) => since < until)?.every;
}

function currentList(visit: Visit): Grid | undefined {
  const grid = oneGrid(visit.page(), 'devices');
  return grid === 'twice' ? undefined : grid;
}

class ConvertBatch {
  #visit: Visit;
  #bar: Surface;
  #dialog: Surface;
  #panel: Surface;
  #running: AbortController | undefined;
  #reviewing = false;
  #runs: readonly RunRecord[] = [];
  #reason: Reason | undefined;
  /** Why the last run was not even begun. */
  #refused: Reason | undefined;
  /** The state of the run whose panel the partner has put away. */
  #putAway = '';
  #observed = '';
  /** Whether the bar was put where the list is, above it or over it. */
  #besideList = false;

  constructor(visit: Visit) {
    this.#visit = visit;
    const { signal } = visit;
    this.#bar = createSurface('convert-bar', signal, (host) => this.#placeBar(host));
    this.#dialog = createSurface('convert-review', signal, (host) => placeFloating(host, 'center', signal));
    this.#panel = createSurface('convert-progress', signal, (host) => placeFloating(host, 'side', signal));
    const desk = deviceDesk(visit);
    desk.onJudged((judged) => {
      this.#showBar(judged);
      void this.#observe(judged);
    });
    // A re-render of the page throws the bar out; the next reading puts it back.
    visit.onRead(() => {
      const judged = desk.now();
      if (judged !== undefined && !this.#bar.host.isConnected) this.#showBar(judged);
      // Where there was no list yet, the bar found no place above it.
      else if (!this.#besideList && this.#bar.host.isConnected && currentList(visit) !== undefined)
        this.#placeBar(this.#bar.host);
    });
    signal.addEventListener('abort', () => this.#running?.abort());
  }

  #placeBar(host: HTMLElement): void {
    const grid = currentList(this.#visit);
    this.#besideList = grid !== undefined;
    if (grid === undefined) placeFloating(host, 'bar', this.#visit.signal);
    else placeAbove(host, grid.element, grid.header.element, this.#visit.signal);
  }

  #showBar(judged: JudgedDevices): void {
    this.#bar.show(
      <ConvertBar judged={judged} running={this.#running !== undefined} onReview={() => this.#review(judged)} />,
    );
  }

  #review(judged: JudgedDevices): void {
    if (this.#reviewing || this.#running !== undefined) return;
    this.#reviewing = true;
    const close = () => {
      this.#reviewing = false;
      this.#dialog.show(null);
    };
    this.#dialog.show(
      <ConvertReview
        judged={judged}
        onCancel={close}
        onConvert={() => {
          close();
          void this.#convert(judged);
        }}
      />,
    );
  }

  async #convert(judged: JudgedDevices): Promise<void> {
    const { customer, pbx } = judged;
    if (customer === undefined || this.#running !== undefined) return;
    const devices = [...judged.devices.values()].filter((device) => judged.verdicts.get(device.key)?.verdict === 'yes');
    if (devices.length === 0) return;
    const desk = deviceDesk(this.#visit);
    this.#running = new AbortController();
    this.#reason = undefined;
    this.#refused = undefined;
    this.#putAway = '';
    this.#showBar(judged);
    desk.hold(true);
    const outcome = await runConversion(customer, pbx, devices, this.#running.signal, (run) => {
      this.#runs = [run, ...this.#runs.filter((other) => other.id !== run.id)];
      this.#showPanel();
    });
    this.#running = undefined;
    this.#reason = outcome.reason;
    this.#refused = outcome.run === undefined ? outcome.reason : undefined;
    desk.hold(false);
    if (this.#visit.signal.aborted) return;
    this.#showPanel();
    await desk.collect();
  }

  /** Tells the worker what Devices shows now, and goes on looking while something is on its way. */
  async #observe(judged: JudgedDevices): Promise<void> {
    const { customer } = judged;
    if (customer === undefined || this.#running !== undefined) return;
    const devices = [...judged.devices.values()].map(({ key, contract }) => ({ key, contract }));
    const seen = JSON.stringify(devices);
    if (seen === this.#observed && !this.#runs.some(isOpen)) return;
    const first = this.#observed === '';
    this.#observed = seen;
    let { runs } = await ask('runs.observe', { customer, devices, url: location.href });
    if (first) runs = await settleStaleRuns(customer, runs);
    if (this.#visit.signal.aborted || this.#running !== undefined) return;
    const known = new Map(this.#runs.map((run) => [run.id, run]));
    for (const run of runs) known.set(run.id, run);
    // A run that is not among the open ones any more was confirmed to its end.
    const open = new Set(runs.map((run) => run.id));
    const ended = this.#runs.filter((run) => isOpen(run) && !open.has(run.id));
    if (ended.length > 0)
      for (const run of (await ask('runs.list', { customer })).runs)
        if (ended.some(({ id }) => id === run.id)) known.set(run.id, run);
    this.#runs = [...known.values()];
    this.#showPanel();
    if (this.#runs.some(isOpen)) void this.#lookAgain();
  }

  #looking = false;
  async #lookAgain(): Promise<void> {
    const waits = this.#runs.filter(isOpen).flatMap((run) => nextLook(run) ?? []);
    if (this.#looking || waits.length === 0) return;
    this.#looking = true;
    try {
      await pause(Math.min(...waits), this.#visit.signal);
      if (this.#running === undefined) await deviceDesk(this.#visit).collect();
    } catch {
      // The visit is over.
    } finally {
      this.#looking = false;
    }
    if (!this.#visit.signal.aborted && this.#runs.some(isOpen)) void this.#lookAgain();
  }

  #showPanel(): void {
    const [run] =
      this.#refused === undefined ? this.#runs.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1)) : [];
    const state = JSON.stringify([run?.id, run?.revision, this.#refused]);
    if ((run === undefined && this.#refused === undefined) || state === this.#putAway) {
      this.#panel.show(null);
      return;
    }
    this.#panel.show(
      <ConvertProgress
        run={run}
        reason={this.#refused ?? this.#reason ?? run?.stopped}
        running={this.#running !== undefined}
        onStop={() => this.#running?.abort(new Stop(notice('partner-stopped')))}
        onClose={() => {
          this.#refused = undefined;
          this.#putAway = state;
          this.#panel.show(null);
        }}
      />,
    );
  }
}

/** Converts every eligible device of the page after one review, and follows them until Devices shows HWaaS (R8). */
export const convertBatch: Helper = {
  id: 'convert-batch',
  pages: ['devices'],
  init: (visit) => void new ConvertBatch(visit),
};
