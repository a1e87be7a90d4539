import * as v from 'valibot';
import { ReasonData } from '../reasons.ts';

/** Version of the contract: a page's old content script must not be answered by a newer worker as if nothing had changed. */
export const CONTRACT_VERSION = 1;

/** What travels: a message's name and its body, still unchecked. */
export const Envelope = v.strictObject({
  wmpc: v.literal(CONTRACT_VERSION),
  name: v.pipe(v.string(), v.maxLength(60)),
  body: v.unknown(),
});
export type Envelope = v.InferOutput<typeof Envelope>;

/** What comes back: a value, or why not (a code of `_locales`, with parameters). */
export const Reply = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), error: ReasonData }),
]);
export type Reply = v.InferOutput<typeof Reply>;
