import * as v from 'valibot';
import type { SenderKind } from './senders.ts';

/** The parts that the tables of messages are made of. */
export const Text = v.pipe(v.string(), v.maxLength(1000));
export const Url = v.pipe(v.string(), v.maxLength(2000));
export const Key = v.pipe(v.string(), v.minLength(1), v.maxLength(600));
export const Nothing = v.strictObject({});
/** A grid is answered in one message; more rows than this is not a page a person works on. */
export const many = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(20_000));

/** One message: who may send it, what it holds, what comes back. */
export const message = <Req extends v.GenericSchema, Res extends v.GenericSchema>(
  senders: readonly SenderKind[],
  request: Req,
  response: Res,
) => ({ senders, request, response });

/** A table of messages by name. */
export type MessageTable = Readonly<Record<string, ReturnType<typeof message>>>;
