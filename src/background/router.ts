import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { Envelope, type Reply } from '../core/messages/envelope.ts';
import { senderKind } from '../core/messages/senders.ts';
import { ALL_MESSAGES, type AnyMessageName } from '../core/messages/worker-contract.ts';
import { notice } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';
import { afterMessage } from './after-message.ts';
import { now, today } from './clock.ts';
import { log } from './db/log.ts';
import { RefusedError, reasonOf } from './failures.ts';
import type { EventTime } from './handlers/handler.ts';
import { HANDLERS } from './handlers/index.ts';
import { documentOf, senderFacts, trustBase } from './trust.ts';

/** The worker's only message listener. What does not carry our mark is not ours to answer. */
export function onMessage(message: unknown, sender: Runtime.MessageSender): Promise<Reply> | undefined {
  if (typeof message !== 'object' || message === null || !('wmpc' in message)) return undefined;
  return answer(message, sender);
}

/** Exactly one reply to each message, whatever happens. */
async function answer(message: object, sender: Runtime.MessageSender): Promise<Reply> {
  const name = 'name' in message && typeof message.name === 'string' ? message.name.slice(0, 60) : '';
  try {
    return { ok: true, value: await handle(message, name, sender) };
  } catch (error) {
    await log(error instanceof RefusedError ? 'refused' : 'failed', logText(name, error, sender));
    return { ok: false, error: reasonOf(error) };
  }
}

async function handle(message: object, claimedName: string, sender: Runtime.MessageSender): Promise<unknown> {
  const facts = senderFacts(sender);
  const kind = senderKind(facts, await trustBase(facts));
  // Before anything else is looked at: who is not trusted learns nothing of the contract.
  if (kind === undefined) throw refusal(notice('sender-refused', { name: claimedName }));

  const envelope = v.safeParse(Envelope, message);
  if (!envelope.success || !isMessageName(envelope.output.name))
    throw refusal(notice('message-not-understood', { name: claimedName }));
  const { name, body } = envelope.output as { name: AnyMessageName; body: unknown };
  const contract = ALL_MESSAGES[name];
  if (!(contract.senders as readonly string[]).includes(kind)) throw refusal(notice('sender-refused', { name }));
  const request = v.safeParse(contract.request, body);
  if (!request.success) throw refusal(notice('message-not-understood', { name }), v.getDotPath(request.issues[0]));

  const handler = HANDLERS[name] as (body: unknown, time: EventTime) => Promise<unknown>;
  const response = v.parse(
    contract.response,
    await handler(request.output, { at: now(), today: today(), documentId: documentOf(sender), tab: facts.tabId }),
  );
  await afterMessage(name);
  return response;
}

const isMessageName = (name: string): boolean => Object.hasOwn(ALL_MESSAGES, name);

const refusal = (reason: Reason, where?: string | null): RefusedError => {
  const error = new RefusedError(reason);
  if (where) error.message = `${reason.code}: ${where}`;
  return error;
};

/** Enough to find the fault, and nothing of a customer: paths of values, never the values. */
function logText(name: string, error: unknown, sender: Runtime.MessageSender): string {
  const from = /^[a-z-]+:\/\/[^/]*/.exec(sender.url ?? '')?.[0] ?? '?';
  return `${name} (${from}) ${told(error)}`;
}

function told(error: unknown): string {
  if (v.isValiError(error)) return `answer not valid: ${v.getDotPath(error.issues[0])}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
