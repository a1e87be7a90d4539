import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { inProject } from '../../scripts/paths.mjs';
import { textsOf } from './accessible.ts';

/** Leaves a picture, the HTML and the readable text of every open page, and the problems, in artifacts/failures/<name>/. */
export async function saveEvidence(name: string, browser: Browser, problems: readonly string[]): Promise<string> {
  const slug = name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100);
  const folder = inProject(join('artifacts', 'failures', slug));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'problems.txt'), problems.join('\n'));
  const pages = (await browser.pages()).filter((page) => page.url() !== 'about:blank');
  for (const [index, page] of pages.entries()) {
    const file = (extension: string) => join(folder, `page-${index + 1}.${extension}`);
    // One page that no longer answers must not keep the others from being saved.
    const texts = await textsOf(page).catch(String);
    writeFileSync(file('txt'), [page.url(), ...texts].join('\n'));
    await page.content().then(
      (html) => writeFileSync(file('html'), html),
      () => undefined,
    );
    await page.screenshot({ path: file('png') as `${string}.png` }).catch(() => undefined);
  }
  return folder;
}
