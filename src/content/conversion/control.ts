import { notice } from '../../core/notices.ts';
import { Stop } from '../portal/stop.ts';
import { Gone } from '../portal/wait.ts';
import type { Control } from './ports.ts';

/** Pause, Resume and Stop of one run, as the partner presses them. */
export class RunControl implements Control {
  readonly signal: AbortSignal;
  #stop = new AbortController();
  #pause = new AbortController();
  #resumed: (() => void)[] = [];

  /** @param life ends the run with the page it works on. */
  constructor(life: AbortSignal) {
    this.signal = AbortSignal.any([life, this.#stop.signal]);
    this.signal.addEventListener('abort', () => this.#wake(), { once: true });
  }

  get paused(): boolean {
    return this.#pause.signal.aborted;
  }

  get pausing(): AbortSignal {
    return this.#pause.signal;
  }

  pause(): void {
    this.#pause.abort();
  }

  resume(): void {
    if (!this.paused) return;
    this.#pause = new AbortController();
    this.#wake();
  }

  stop(): void {
    this.#stop.abort(new Stop(notice('partner-stopped')));
  }

  async going(): Promise<void> {
    while (this.paused && !this.signal.aborted) await new Promise<void>((resolve) => this.#resumed.push(resolve));
    if (this.signal.aborted) throw new Gone('the run is over');
  }

  #wake(): void {
    for (const resolve of this.#resumed.splice(0)) resolve();
  }
}
