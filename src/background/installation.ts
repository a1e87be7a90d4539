import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { Installation } from '../core/records/stamp.ts';

const KEY = 'installation';

/** This browser's own id among all that the partner has; made when it is first asked for, and anew after everything was deleted. */
export const installationId = (): Promise<string> =>
  navigator.locks.request(KEY, {}, async () => {
    const known = v.safeParse(Installation, (await browser.storage.local.get(KEY))[KEY]);
    if (known.success) return known.output;
    const id = crypto.randomUUID();
    await browser.storage.local.set({ [KEY]: id });
    return id;
  });
