import type { RunStep } from '../../../src/core/records/run.ts';
import { type Session, waitFor } from '../../support/index.ts';

interface Held {
  runHeld?: 'waiting' | 'reached' | 'refused';
  letRunGo?: () => void;
}

/**
 * Makes the worker stand still as soon as a step of a run is on disk, before it answers; or, with `refuse`, lets the
 * database refuse that write. It does so once, in the worker as it runs now.
 */
export async function holdRunAt(session: Session, step: RunStep, refuse = false): Promise<void> {
  await session.worker(
    (_, wanted, refused) => {
      const held = globalThis as Held;
      held.runHeld = 'waiting';
      const gate = new Promise<void>((resolve) => {
        held.letRunGo = resolve;
      });
      const holding = new WeakSet<IDBTransaction>();
      const touches = (store: IDBObjectStore, row: unknown): boolean =>
        held.runHeld === 'waiting' &&
        store.name === 'runs' &&
        (row as { record: { devices: { step: string }[] } }).record.devices.some((device) => device.step === wanted);
      for (const method of ['put', 'add'] as const) {
        const real = IDBObjectStore.prototype[method];
        IDBObjectStore.prototype[method] = function write(row: unknown, ...rest: []) {
          if (touches(this, row)) {
            held.runHeld = refused ? 'refused' : 'reached';
            if (refused) throw new DOMException('The disk is full', 'QuotaExceededError');
            holding.add(this.transaction);
          }
          return real.call(this, row, ...rest);
        };
      }
      const listen = EventTarget.prototype.addEventListener;
      IDBTransaction.prototype.addEventListener = function add(
        this: IDBTransaction,
        type: string,
        listener: EventListenerOrEventListenerObject | null,
        ...rest: []
      ) {
        const late = (event: Event) => {
          const tell = () =>
            typeof listener === 'function' ? listener.call(this, event) : listener?.handleEvent(event);
          if (holding.has(this)) void gate.then(tell);
          else tell();
        };
        listen.call(this, type, type === 'complete' ? late : listener, ...rest);
      };
    },
    step,
    refuse,
  );
}

/** Waits until the run has got there. */
export const runIsHeld = (session: Session, step: RunStep): Promise<boolean> =>
  waitFor(() => session.worker(() => (globalThis as Held).runHeld !== 'waiting'), {
    message: `the run to be ${step}`,
    timeout: 30_000,
  });

export const letRunGo = (session: Session): Promise<void> => session.worker(() => (globalThis as Held).letRunGo?.());

/** As if nothing had ever been converted; what is known of PBXes stays. */
export const forgetRuns = (session: Session): Promise<void> =>
  session.worker(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('wmp-companion');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction('runs', 'readwrite');
          tx.objectStore('runs').clear();
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
