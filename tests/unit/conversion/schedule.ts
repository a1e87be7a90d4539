import { RunControl } from '../../../src/content/conversion/control.ts';
import type { RunOutcome } from '../../../src/content/conversion/driver.ts';
import {
  findAbandoned,
  isWaiting,
  type RunPlace,
  resumeRun,
  startRun,
  stopWaiting,
} from '../../../src/content/conversion/run.ts';
import type { DeviceFacts } from '../../../src/core/facts.ts';
import type { RunRecord } from '../../../src/core/records/run.ts';
import { ask, MessageError } from '../../../src/platform/send.ts';
import { ACME, URL_SEEN } from '../background/setup.ts';
import { Life, type Transport } from './life.ts';
import { type AgreeFault, type PartnersHand, portalOf, SimulatedPage, SimulatedServer } from './simulated-portal.ts';

/** A number below `n`, by a seed alone. */
export type Random = (n: number) => number;

export function seeded(seed: number): Random {
  let state = (seed + 1) * 0x9e3779b9;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

export const FAULTS = [
  'worker lost before',
  'worker lost after',
  'write refused',
  'tab reloaded',
  'tab closed',
  'extension updated',
  'session expired',
  'dialog never',
  'agree error',
  'agree error but converts',
  'agree silent',
  'asks about others',
  'paused',
  'stopped',
  'another tab',
] as const;
type Fault = (typeof FAULTS)[number];

const AGREE: Partial<Record<Fault, AgreeFault>> = {
  'agree error': 'error',
  'agree error but converts': 'error-but-converts',
  'agree silent': 'silent',
};

/** One partner, one customer, some hours: conversions with whatever comes between. */
export class Schedule {
  readonly server: SimulatedServer;
  /** Faults that really happened. */
  readonly happened: Fault[] = [];
  #random: Random;
  #page: SimulatedPage;
  #documents = 0;
  #transport: Transport[] = [];
  #due: { event: number; fault: Fault }[] = [];
  #events = 0;
  #life = new Life('none');
  #visit = new AbortController();
  #control: RunControl | undefined;

  constructor(
    seed: number,
    private readonly setClock: (minute: number) => void,
  ) {
    this.#random = seeded(seed);
    const keys = Array.from({ length: 2 + this.#random(7) }, (_, i) => `D${i}`);
    this.server = new SimulatedServer(keys, [0, 0, 3, 12][this.#random(4)] ?? 0);
    this.#page = this.#newPage();
    this.setClock(0);
  }

  /** For each message of the run: what it meets. */
  way(name: string): Transport {
    this.#event();
    if (!name.startsWith('runs.')) return 'fine';
    return this.#transport.shift() ?? 'fine';
  }

  async play(): Promise<void> {
    const rounds = 1 + this.#random(5);
    for (let round = 0; round < rounds; round += 1) await this.#round(true);
    await Promise.all(this.#tabs);
    // The rest of the day: nothing breaks any more, and the partner looks again.
    this.#pass(30);
    await this.#round(false);
    this.#pass(30);
    await this.#round(false);
  }

  #newPage(): SimulatedPage {
    this.#documents += 1;
    return new SimulatedPage(`document ${this.#documents}`, this.server);
  }

  #pass(minutes: number): void {
    this.server.minute += minutes;
    this.setClock(this.server.minute);
  }

  async #round(faulty: boolean): Promise<void> {
    const { server } = this;
    Object.assign(server, { agree: 'fine', dialogNever: false, asksOthers: false, loggedOut: false });
    this.#transport = [];
    this.#events = 0;
    this.#due = faulty
      ? Array.from({ length: this.#random(5) }, () => ({
          event: this.#random(32),
          fault: FAULTS[this.#random(FAULTS.length)] ?? 'stopped',
        }))
      : [];
    this.#life = new Life(this.#page.id);
    this.#visit = new AbortController();
    const life = this.#life;
    const gone = new Promise<void>((resolve) => life.signal.addEventListener('abort', () => resolve()));
    await Promise.race([life.run(() => this.#visitDevices(faulty)), gone]);
    life.end();
    if (faulty) this.#pass([0, 1, 11, 40, 1500][this.#random(5)] ?? 0);
  }

  /** What the helper on Devices does, and the partner. */
  async #visitDevices(faulty: boolean): Promise<void> {
    try {
      const shown = this.#shown();
      const observed = await ask('runs.observe', { customer: ACME, devices: shown, url: URL_SEEN });
      const runs = await findAbandoned(ACME, observed.runs);
      const waiting = runs.find(isWaiting);
      if (waiting !== undefined) {
        if (!faulty || this.#random(4) === 0) await stopWaiting(waiting);
        else if (this.#random(4) > 0) await this.#carry((place) => resumeRun(waiting, undefined, this.#facts(), place));
        return;
      }
      if (!faulty) return;
      const { verdicts } = await ask('devices.judge', { customer: ACME, devices: this.#facts() });
      const eligible = new Set(verdicts.filter(({ verdict }) => verdict === 'yes').map(({ key }) => key));
      const devices = this.#facts().filter(({ key }) => eligible.has(key) && this.#random(5) > 0);
      const mode = this.#random(8);
      if (devices.length > 0)
        await this.#carry((place) =>
          startRun(
            { customer: ACME, pbx: undefined, devices, by: undefined, trial: mode === 0, partnerAgrees: mode === 1 },
            place,
          ),
        );
    } catch (error) {
      // The worker could not be asked: the partner comes again.
      if (!(error instanceof MessageError)) throw error;
    }
  }

  async #carry(begin: (place: RunPlace) => Promise<RunOutcome>): Promise<void> {
    const hands: PartnersHand[] = ['agrees', 'cancels', 'agrees unseen', 'cancels unseen'];
    this.#control = new RunControl(AbortSignal.any([this.#visit.signal]));
    await begin({
      control: this.#control,
      portal: portalOf(this.#page, () => this.#step(), hands[this.#random(4)] ?? 'agrees'),
      watch: (signal) => ({ signal, touched: false, end: () => undefined }),
      url: URL_SEEN,
      options: { groupSize: 1 + this.#random(6), pace: 0 },
      progress: (_: RunRecord) => undefined,
    });
    this.#control = undefined;
  }

  async #step(): Promise<void> {
    const life = this.#life;
    this.#event();
    await this.#others();
    if (life.signal.aborted) await new Promise<never>(() => undefined);
  }

  #event(): void {
    this.#events += 1;
    for (const { event, fault } of this.#due) if (event === this.#events) this.#happen(fault);
  }

  #happen(fault: Fault): void {
    this.happened.push(fault);
    const { server } = this;
    const many = 1 + this.#random(4);
    switch (fault) {
      case 'worker lost before':
        this.#transport.push(...Array.from({ length: many }, () => 'lost before' as const));
        break;
      case 'worker lost after':
        this.#transport.push(...Array.from({ length: many }, () => 'lost after' as const));
        break;
      case 'write refused':
        this.#transport.push(...Array.from({ length: many }, () => 'refused' as const));
        break;
      case 'tab reloaded':
      case 'tab closed':
        this.#life.end();
        this.#page = this.#newPage();
        break;
      case 'extension updated':
        this.#life.end();
        // WMP's question stands there unattended, and the partner answers it, if it is the one he would expect.
        if (this.#page.dialog?.size === this.#page.selected.size && this.#random(2) === 0) this.#page.agree();
        break;
      case 'session expired':
        server.loggedOut = true;
        this.#visit.abort();
        break;
      case 'dialog never':
        server.dialogNever = true;
        break;
      case 'asks about others':
        server.asksOthers = true;
        break;
      case 'paused': {
        const control = this.#control;
        control?.pause();
        setTimeout(() => control?.resume(), 0);
        break;
      }
      case 'stopped':
        this.#control?.stop();
        break;
      case 'another tab':
        this.#another = true;
        break;
      default:
        server.agree = AGREE[fault] ?? 'fine';
    }
  }
  #another = false;

  /** Another tab of the same customer looks at Devices and tries to convert the same devices. */
  async #others(): Promise<void> {
    if (!this.#another) return;
    this.#another = false;
    const page = this.#newPage();
    const other = new Life(page.id).run(async () => {
      try {
        const observed = await ask('runs.observe', { customer: ACME, devices: this.#shown(), url: URL_SEEN });
        await findAbandoned(ACME, observed.runs);
        await startRun(
          { customer: ACME, pbx: undefined, devices: this.#facts(), by: undefined, trial: false, partnerAgrees: false },
          {
            control: new RunControl(new AbortController().signal),
            portal: portalOf(page, async () => undefined, 'agrees'),
            watch: (signal) => ({ signal, touched: false, end: () => undefined }),
            url: URL_SEEN,
            options: { groupSize: 100, pace: 0 },
            progress: () => undefined,
          },
        );
      } catch (error) {
        if (!(error instanceof MessageError)) throw error;
      }
    });
    this.#tabs.push(other);
    await other;
  }
  #tabs: Promise<void>[] = [];

  #facts(): DeviceFacts[] {
    return this.server.keys.map((key) => ({ key, serial: key, pbx: 'Office', contract: this.server.contract(key) }));
  }

  #shown() {
    return this.server.keys.map((key) => ({ key, contract: this.server.contract(key) }));
  }
}
