import browser, { type Runtime } from 'webextension-polyfill';
import { originOf, type SenderFacts, type TrustBase } from '../core/messages/senders.ts';
import { coversOrigin } from '../core/portal-host.ts';

/** What the browser says of the sender; nothing a page could write. */
export const senderFacts = (sender: Runtime.MessageSender): SenderFacts => ({
  id: sender.id,
  url: sender.url,
  frameId: sender.frameId,
  tabId: sender.tab?.id,
});

/** What the sender is held against, from the host permissions as they are granted now. */
export async function trustBase(sender: SenderFacts): Promise<TrustBase> {
  const { origins = [] } = await browser.permissions.getAll();
  const origin = originOf(sender.url ?? '');
  return {
    extensionId: browser.runtime.id,
    extensionRoot: browser.runtime.getURL(''),
    portalOrigins: origins.some((pattern) => coversOrigin(pattern, origin)) ? [origin] : [],
  };
}

/** Newer browsers name the document too; the types do not know it yet. */
export function documentOf(sender: Runtime.MessageSender): string | undefined {
  const id = 'documentId' in sender ? sender.documentId : undefined;
  return typeof id === 'string' && id.length <= 100 ? id : undefined;
}
