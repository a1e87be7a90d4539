import type { Device, Refusal } from '../shared/types.ts';
import { type Call, HttpError, meetFaults, serials } from './call.ts';

/** Convert was pressed: nothing changes yet, the page asks for agreement. */
export function askToConvert(call: Call): unknown {
  meetFaults(call, 'convert');
  call.world.log.add({ kind: 'convert-asked', ...named(call) });
  return {};
}

/** Agree was pressed. A second agreement for the same device is accepted, and shows in the log. */
export async function agreeToConvert(call: Call): Promise<unknown> {
  const { world, settings, faults } = call;
  meetFaults(call, 'agree');
  const asked = named(call);
  const reason = refusal(call, asked.serials);
  if (reason) {
    world.log.add({ kind: 'convert-refused', serials: asked.serials, reason });
    throw new HttpError(409, reason);
  }
  world.log.add({ kind: 'convert-agreed', ...asked });
  world.convertLater(asked.serials, settings.convertAfter);
  const slow = Number(faults.takeArg(settings.faults, 'slow-agree') ?? 0) || 0;
  if (slow > 0) await new Promise((done) => setTimeout(done, Math.min(slow, 120_000)).unref());
  return { pending: world.pending.length, version: world.version };
}

/** One device that cannot be converted refuses the whole request. */
function refusal({ world }: Call, asked: string[]): Refusal | null {
  const devices = asked.map((serial) => world.devices.find((d) => d.serial === serial));
  if (devices.some((d) => d === undefined)) return 'not-found';
  const pbxes = devices.map((d) => world.pbx((d as Device).pbxId));
  if (pbxes.some((p) => p?.term === 'lifetime')) return 'lifetime';
  if (pbxes.some((p) => p?.expiration && p.expiration <= world.today)) return 'expired';
  if (devices.some((d) => d?.type === 'rental')) return 'rental';
  return null;
}

function named({ body }: Call): { serials: string[]; customer: number; pbx: number | null } {
  return {
    serials: serials(body),
    customer: Number(body.customer),
    pbx: typeof body.pbx === 'number' ? body.pbx : null,
  };
}
