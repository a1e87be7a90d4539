import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { CONTENT_MESSAGES, type ContentMessageName, type Request, type Response } from '../core/messages/contract.ts';
import { Envelope, type Reply } from '../core/messages/envelope.ts';
import { senderKind } from '../core/messages/senders.ts';
import { notice } from '../core/notices.ts';

type Handlers = { [N in ContentMessageName]: (body: Request<N>) => Promise<Response<N>> | Response<N> };

/** Answers the extension's own pages, and nobody else. */
export function answerMessages(handlers: Handlers, life: AbortSignal): void {
  const listener = (raw: unknown, sender: browser.Runtime.MessageSender): Promise<Reply> | undefined => {
    const envelope = v.safeParse(Envelope, raw);
    if (!envelope.success || !Object.hasOwn(CONTENT_MESSAGES, envelope.output.name)) return undefined;
    const name = envelope.output.name as ContentMessageName;
    const kind = senderKind(
      { id: sender.id, url: sender.url, frameId: sender.frameId, tabId: sender.tab?.id },
      { extensionId: browser.runtime.id, extensionRoot: browser.runtime.getURL(''), portalOrigins: [] },
    );
    const { senders, request } = CONTENT_MESSAGES[name];
    if (kind === undefined || !(senders as readonly string[]).includes(kind))
      return Promise.resolve({ ok: false, error: notice('sender-refused', { name }) });
    const body = v.safeParse(request, envelope.output.body);
    if (!body.success) return Promise.resolve({ ok: false, error: notice('message-not-understood', { name }) });
    return Promise.resolve()
      .then(() => (handlers[name] as (body: unknown) => unknown)(body.output))
      .then((value): Reply => ({ ok: true, value }))
      .catch(
        (error: unknown): Reply => ({
          ok: false,
          error: notice('worker-failed', { detail: error instanceof Error ? error.message : String(error) }),
        }),
      );
  };
  browser.runtime.onMessage.addListener(listener as never);
  life.addEventListener('abort', () => {
    try {
      browser.runtime.onMessage.removeListener(listener as never);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
}
