import browser from 'webextension-polyfill';
import { hostOfPattern } from '../core/portal-host.ts';
import { log } from './db/log.ts';

const ID_PREFIX = 'portal:';

/**
 * Content scripts on the hosts that the partner granted beyond the manifest's: registered once granted, gone once the
 * grant is, and renewed after an update, which drops them.
 */
export async function syncPortals(): Promise<void> {
  try {
    const wanted = await additionalPatterns();
    const registered = await browser.scripting.getRegisteredContentScripts();
    const ids = registered.map((script) => script.id).filter((id) => id.startsWith(ID_PREFIX));
    if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
    if (wanted.length === 0) return;
    await browser.scripting.registerContentScripts(
      wanted.map((pattern) => ({
        id: `${ID_PREFIX}${hostOfPattern(pattern)}`,
        matches: [pattern],
        js: contentFiles(),
        runAt: 'document_start',
        persistAcrossSessions: true,
      })),
    );
  } catch (error) {
    await log('portals', String(error));
  }
}

/** Gives open portal tabs the content script of this version, so that nobody has to reload them. */
export async function takeOver(patterns: readonly string[]): Promise<void> {
  const tabs = patterns.length === 0 ? [] : await browser.tabs.query({ url: [...patterns] });
  for (const { id, discarded } of tabs) {
    if (id === undefined || discarded === true) continue;
    try {
      await browser.scripting.executeScript({ target: { tabId: id }, files: contentFiles() });
    } catch (error) {
      // A tab that shows the browser's own error page cannot be entered; it gets its script with its next page.
      await log('portals', String(error));
    }
  }
}

export const portalPatterns = async (): Promise<string[]> => [...manifestPatterns(), ...(await additionalPatterns())];

async function additionalPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => hostOfPattern(pattern) !== undefined && !manifestPatterns().includes(pattern));
}

const manifestPatterns = (): string[] =>
  (browser.runtime.getManifest().content_scripts ?? []).flatMap((script) => script.matches);

/** The build names the file. */
const contentFiles = (): string[] => browser.runtime.getManifest().content_scripts?.[0]?.js ?? [];
