import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { QuoteDraft } from '../../core/messages/quote-draft-contract.ts';
import { StorageError } from '../failures.ts';
import type { Handler } from './handler.ts';

const KEY = 'quoteDraft';
const PAGE = 'src/popup/index.html?view=quote';

/** @throws StorageError where it cannot be kept: no page is opened then. */
export const open: Handler<'quoteDraft.open'> = async (body, { at }) => {
  try {
    await browser.storage.local.set({ [KEY]: { ...body, at } });
  } catch (error) {
    throw new StorageError(error instanceof Error ? error.message : 'storage.local');
  }
  await browser.tabs.create({ url: browser.runtime.getURL(PAGE) });
  return {};
};

/** What cannot be read is none. */
export const read: Handler<'quoteDraft.read'> = async () => {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  const draft = v.safeParse(QuoteDraft, stored);
  return draft.success ? { draft: draft.output } : {};
};
