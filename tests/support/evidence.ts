import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer';
import { inProject } from '../../scripts/paths.mjs';
import { textsOf } from './accessible.ts';

/** A page that answers does so far sooner; one that hangs must not eat the time of the tests that follow. */
const PATIENCE = 2_000;

/** Leaves a picture, the HTML and the readable text of every open page, and the problems, in artifacts/failures/<name>/. */
export async function saveEvidence(name: string, browser: Browser, problems: readonly string[]): Promise<string> {
  const slug = name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100);
  const folder = inProject(join('artifacts', 'failures', slug));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'problems.txt'), problems.join('\n'));
  const pages = ((await within(browser.pages())) ?? []).filter((page) => page.url() !== 'about:blank');
  for (const [index, page] of pages.entries()) await savePage(page, join(folder, `page-${index + 1}`));
  return folder;
}

async function savePage(page: Page, file: string): Promise<void> {
  const [texts, html] = await Promise.all([within(textsOf(page)), within(page.content())]);
  writeFileSync(`${file}.txt`, [page.url(), ...(texts ?? ['This page did not answer.'])].join('\n'));
  if (html !== undefined) writeFileSync(`${file}.html`, html);
  // Nothing to wait for: a page that does not answer is not painted either.
  const png = texts === undefined ? undefined : await within(picture(page));
  if (png !== undefined) writeFileSync(`${file}.png`, png);
}

/** Not by page.screenshot(): those wait for one another, so that one without an end would hold all that follow. */
async function picture(page: Page): Promise<Buffer> {
  await page.bringToFront();
  const client = await page.createCDPSession();
  const { data } = await client.send('Page.captureScreenshot', { format: 'png' });
  await client.detach();
  return Buffer.from(data, 'base64');
}

/** `undefined`: it failed, or did not end in time. */
async function within<T>(work: Promise<T>): Promise<T | undefined> {
  const stop = new AbortController();
  const late = pause(PATIENCE, undefined, { signal: stop.signal }).catch(() => undefined);
  try {
    return await Promise.race([work.catch(() => undefined), late]);
  } finally {
    stop.abort();
  }
}
