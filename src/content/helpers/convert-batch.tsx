import type { CustomerRef } from '../../core/customer.ts';
import type { DeviceFacts } from '../../core/facts.ts';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import type { RunRecord } from '../../core/records/run.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import { ask, MessageError } from '../../platform/send.ts';
import { askReview } from '../ask-review.ts';
import { RunControl } from '../conversion/control.ts';
import type { RunOutcome } from '../conversion/driver.ts';
import { FollowUp } from '../conversion/follow-up.ts';
import { watchPartner } from '../conversion/partner-watch.ts';
import { isWaiting, type RunPlace, resumeRun, startRun, stopWaiting } from '../conversion/run.ts';
import { selectInPortal } from '../conversion/select-all.ts';
import { devicesPage } from '../conversion/wmp.ts';
import { deviceDesk, type JudgedDevices } from '../judged-devices.ts';
import type { Grid } from '../portal/grid.ts';
import { oneGrid } from '../portal/page.ts';
import { Selection } from '../portal/select.ts';
import { userName } from '../portal/user.ts';
import { SelectedDevices } from '../selected-devices.ts';
import { ConvertBar } from '../ui/convert-bar.tsx';
import { ConvertProgress, type RunPhase } from '../ui/convert-progress.tsx';
import { ConvertReview } from '../ui/convert-review.tsx';
import { placeByList, placeFloating } from '../ui/host.ts';
import { createSurface, type Surface } from '../ui/render.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

function currentList(visit: Visit): Grid | undefined {
  const grid = oneGrid(visit.page(), 'devices');
  return grid === 'twice' ? undefined : grid;
}

class ConvertBatch {
  readonly #visit: Visit;
  readonly #bar: Surface;
  readonly #dialog: Surface;
  readonly #panel: Surface;
  readonly #follow: FollowUp;
  readonly #selected: SelectedDevices;
  #control: RunControl | undefined;
  /** Something of ours is at the list: a run, or a selection that is being made or read. */
  #busy = false;
  #reviewing = false;
  #reason: Reason | undefined;
  /** Why the last run was not even begun. */
  #refused: Reason | undefined;
  /** Why the last press in the bar came to nothing. */
  #failure: Reason | undefined;
  /** The state of the run whose panel the partner has put away. */
  #putAway = '';
  /** Whether the bar was put where the list is, above it or over it. */
  #besideList = false;

  constructor(visit: Visit) {
    this.#visit = visit;
    const { signal } = visit;
    this.#bar = createSurface('convert-bar', signal, (host) => this.#placeBar(host));
    this.#dialog = createSurface('convert-review', signal, (host) => placeFloating(host, 'center', signal));
    this.#panel = createSurface('convert-progress', signal, (host) => placeFloating(host, 'side', signal));
    this.#follow = new FollowUp(
      visit,
      () => this.#busy,
      () => this.#showPanel(),
    );
    const desk = deviceDesk(visit);
    this.#selected = new SelectedDevices(visit, () => this.#showBar());
    desk.onJudged((judged) => {
      this.#showBar();
      void this.#follow.observe(judged).catch((error: unknown) => console.error('WMP Companion:', error));
    });
    // A re-render of the page throws the bar out; the next reading puts it back.
    visit.onRead(() => {
      if (!this.#bar.host.isConnected) this.#showBar();
      // Where there was no list yet, the bar found no place above it.
      else if (!this.#besideList && this.#bar.host.isConnected && currentList(visit) !== undefined)
        this.#placeBar(this.#bar.host);
    });
  }

  #placeBar(host: HTMLElement): void {
    const list = currentList(this.#visit);
    this.#besideList = list !== undefined;
    placeByList(host, list, this.#visit.signal);
  }

  #showBar(): void {
    const judged = deviceDesk(this.#visit).now();
    if (judged === undefined) return;
    this.#bar.show(
      <ConvertBar
        judged={judged}
        selected={this.#selected.now()}
        running={this.#busy}
        failure={this.#failure}
        onReview={(choice) => void this.#review(choice)}
        onSelectAll={() => void this.#selectAll()}
      />,
    );
  }

  /** Nobody else reads the list meanwhile: it is scrolled and pressed. */
  async #alone<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#busy || this.#reviewing) return undefined;
    const desk = deviceDesk(this.#visit);
    this.#busy = true;
    this.#failure = undefined;
    desk.hold(true);
    this.#showBar();
    try {
      return await work();
    } catch (error) {
      if (!this.#visit.signal.aborted) console.error('WMP Companion:', error);
      this.#failure = notice('worker-failed', { detail: error instanceof Error ? error.message : String(error) });
      return undefined;
    } finally {
      this.#busy = false;
      desk.hold(false);
      this.#showBar();
    }
  }

  async #selectAll(): Promise<void> {
    const judged = deviceDesk(this.#visit).now();
    if (judged === undefined) return;
    const devices = eligible(judged);
    const selection = new Selection();
    const reason = await this.#alone(() => selectInPortal(judged, devices, selection, this.#visit.signal));
    if (reason === undefined && this.#failure === undefined)
      this.#selected.know(
        devices.map(({ key }) => key),
        selection,
      );
    this.#failure = reason;
    this.#showBar();
  }

  async #review(choice: 'eligible' | 'selected'): Promise<void> {
    if (this.#busy || this.#reviewing) return;
    // What is scrolled away may have been let go of meanwhile: the review names what is selected now.
    const selected = choice === 'selected' ? await this.#alone(() => this.#selected.read()) : undefined;
    const settings = await ask('settings.get', {}).then(
      (answer) => answer.settings,
      () => DEFAULT_SETTINGS,
    );
    const judged = deviceDesk(this.#visit).now();
    if (judged?.customer === undefined || this.#reviewing || this.#visit.signal.aborted) return;
    const chosen = eligible(judged).filter(({ key }) => choice === 'eligible' || selected?.has(key));
    if (chosen.length === 0) return;
    this.#showReview(judged, judged.customer, chosen, settings);
  }

  #showReview(judged: JudgedDevices, customer: CustomerRef, chosen: readonly DeviceFacts[], settings: Settings): void {
    this.#reviewing = true;
    const close = () => {
      this.#reviewing = false;
      this.#dialog.show(null);
    };
    const { pbx } = judged;
    const start = (trial: boolean) => {
      close();
      const batch = { customer, pbx, devices: chosen, by: userName(), trial };
      void this.#run(customer, pbx, settings, (place) =>
        startRun({ ...batch, partnerAgrees: settings.partnerAgrees && !trial }, place),
      );
    };
    this.#dialog.show(
      <ConvertReview
        judged={judged}
        chosen={chosen}
        limit={settings.largestBatch}
        partnerAgrees={settings.partnerAgrees}
        facts={askReview('conversion.review', {
          customer,
          ...(pbx === undefined ? {} : { pbx }),
          devices: [...chosen],
        })}
        onCancel={close}
        onConvert={() => start(false)}
        onTry={() => start(true)}
      />,
    );
  }

  async #run(
    customer: CustomerRef,
    pbx: string | undefined,
    settings: Settings,
    begin: (place: RunPlace) => Promise<RunOutcome>,
  ): Promise<void> {
    await this.#alone(async () => {
      this.#reason = undefined;
      this.#refused = undefined;
      this.#putAway = '';
      const control = new RunControl(this.#visit.signal);
      this.#control = control;
      const outcome = await begin({
        control,
        portal: devicesPage(customer, pbx, this.#visit.signal),
        watch: watchPartner,
        url: location.href,
        options: { groupSize: settings.groupSize, pace: settings.groupPause * 1000 },
        progress: (run) => this.#follow.put(run),
      });
      this.#control = undefined;
      this.#reason = outcome.reason;
      this.#refused = outcome.run === undefined ? outcome.reason : undefined;
      if (this.#visit.signal.aborted) return;
      this.#showPanel();
      // Nothing is offered again before it was judged anew.
      deviceDesk(this.#visit).hold(false);
      await deviceDesk(this.#visit).collect();
    });
    this.#control = undefined;
  }

  /** Goes on with a run whose page is gone, as Devices shows its devices now. */
  async #resume(run: RunRecord): Promise<void> {
    const judged = await deviceDesk(this.#visit).collect();
    const { settings } = await ask('settings.get', {});
    if (judged === undefined || this.#visit.signal.aborted) return;
    await this.#run(run.customer, judged.pbx, settings, (place) =>
      resumeRun(run, judged.pbx, [...judged.devices.values()], place),
    );
  }

  async #end(run: RunRecord): Promise<void> {
    try {
      this.#follow.put(await stopWaiting(run));
    } catch (error) {
      this.#refused = error instanceof MessageError ? error.reason : notice('no-answer');
      this.#showPanel();
    }
    await deviceDesk(this.#visit).collect();
  }

  #phaseOf(run: RunRecord | undefined): RunPhase {
    if (this.#control !== undefined) return this.#control.paused ? 'paused' : 'running';
    return run !== undefined && isWaiting(run) ? 'waiting' : 'idle';
  }

  #showPanel(): void {
    // What waits for the partner comes before what is over.
    const { runs } = this.#follow;
    const run = this.#refused === undefined ? (runs.find(isWaiting) ?? runs[0]) : undefined;
    const state = JSON.stringify([run?.id, run?.revision, this.#refused]);
    if ((run === undefined && this.#refused === undefined) || state === this.#putAway) {
      this.#panel.show(null);
      return;
    }
    const control = this.#control;
    const again = (act: () => void) => () => {
      act();
      this.#showPanel();
    };
    this.#panel.show(
      <ConvertProgress
        run={run}
        reason={this.#refused ?? this.#reason ?? run?.stopped}
        phase={this.#phaseOf(run)}
        onPause={again(() => control?.pause())}
        onResume={again(() => {
          if (control !== undefined) control.resume();
          else if (run !== undefined) void this.#resume(run);
        })}
        onStop={again(() => {
          if (control !== undefined) control.stop();
          else if (run !== undefined) void this.#end(run);
        })}
        onClose={() => {
          this.#refused = undefined;
          this.#putAway = state;
          this.#panel.show(null);
        }}
      />,
    );
  }
}

const eligible = (judged: JudgedDevices): DeviceFacts[] =>
  [...judged.devices.values()].filter(({ key }) => judged.verdicts.get(key)?.verdict === 'yes');

/** Converts the eligible devices of the page after one review, and follows them until Devices shows HWaaS (R8). */
export const convertBatch: Helper = {
  id: 'convert-batch',
  pages: ['devices'],
  init: (visit) => void new ConvertBatch(visit),
};
