import * as v from 'valibot';
import browser from 'webextension-polyfill';
import {
  CONTENT_MESSAGES,
  type ContentMessageName,
  type Request,
  type Response,
  WORKER_MESSAGES,
} from '../core/messages/contract.ts';
import { CONTRACT_VERSION, Reply } from '../core/messages/envelope.ts';
import type { MessageTable } from '../core/messages/message.ts';
import type { Reason } from '../core/outcome.ts';

/** Why a message got no value. `reason` is shown to the partner. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
  constructor(readonly reason: Reason) {
    super(reason.code);
  }
}

async function exchange<S extends v.GenericSchema>(
  deliver: (message: unknown) => Promise<unknown>,
  name: string,
  body: unknown,
  response: S,
): Promise<v.InferOutput<S>> {
  const raw = await Promise.race([deliver({ wmpc: CONTRACT_VERSION, name, body }).catch(() => undefined), silence()]);
  const reply = v.safeParse(Reply, raw);
  if (!reply.success) throw new MessageError({ code: 'no-answer' });
  if (!reply.output.ok) throw new MessageError(reply.output.error);
  const value = v.safeParse(response, reply.output.value);
  if (!value.success) throw new MessageError({ code: 'answer-not-understood', params: { detail: name } });
  return value.output;
}

/** A channel whose other end is gone may neither answer nor fail. */
const silence = (): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, SILENCE_MS, undefined));
const SILENCE_MS = 15_000;

/** Pauses before asking again, in milliseconds: a worker that was killed while it answered is started by the next message. */
const AGAIN_MS = [50, 400];

/**
 * Makes the function that asks the worker by the messages of one table; a page carries only the tables it asks by.
 * The browser starts the worker where it was killed; a message whose answer was lost is sent again, which every handler
 * takes as the repeat that it is.
 * @throws MessageError where it refuses, fails, or answers something the contract does not know.
 */
export function asker<T extends MessageTable>(table: T) {
  return async <N extends keyof T & string>(
    name: N,
    body: v.InferOutput<T[N]['request']>,
  ): Promise<v.InferOutput<T[N]['response']>> => {
    const once = () =>
      exchange((message) => browser.runtime.sendMessage(message), name, body, table[name]?.response ?? v.never());
    for (const wait of AGAIN_MS) {
      try {
        return await once();
      } catch (error) {
        if (!(error instanceof MessageError) || error.reason.code !== 'no-answer') throw error;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
    return once();
  };
}

/** Asks by the messages that every page needs. @throws MessageError as {@link asker}. */
export const ask = asker(WORKER_MESSAGES);

/** Asks the content script of a tab. @throws MessageError, also where the tab has none. */
export const askTab = <N extends ContentMessageName>(tabId: number, name: N, body: Request<N>): Promise<Response<N>> =>
  exchange(
    (message) => browser.tabs.sendMessage(tabId, message, { frameId: 0 }),
    name,
    body,
    CONTENT_MESSAGES[name].response,
  ) as Promise<Response<N>>;
