import type { Settings } from '../shared/knobs.ts';
import type { Refusal } from '../shared/types.ts';
import type { Faults } from './faults.ts';
import type { World } from './world.ts';

export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly refusal: Refusal | 'signed-out',
  ) {
    super(refusal);
  }
}

export interface Call {
  world: World;
  faults: Faults;
  settings: Settings;
  body: Record<string, unknown>;
}

/** The faults that a request of this name can meet: the session ends, or the server errs. */
export function meetFaults(call: Call, name: string): void {
  expireOn(call, name);
  if (call.faults.take(call.settings.faults, 'error', name)) {
    call.world.log.add({ kind: 'fault', fault: `error:${name}` });
    throw new HttpError(500, 'internal');
  }
}

export function serials(body: Record<string, unknown>): string[] {
  return Array.isArray(body.serials) ? body.serials.map(String) : [];
}

function expireOn(call: Call, name: string): void {
  if (!call.world.signedIn || !call.faults.take(call.settings.faults, 'session-expires', name)) return;
  call.world.signedIn = false;
  call.world.log.add({ kind: 'session-expired', by: name });
  throw new HttpError(401, 'signed-out');
}
