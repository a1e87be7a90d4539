import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { bundleForPage } from '../support/bundle.ts';
import type { BenchResult } from './rules.bench.ts';

const HERE = join(dirname(fileURLToPath(import.meta.url)), 'reading');

/** Reading and marking a list in a real browser, against a pass written by hand for that very markup. */
export async function benchReading(): Promise<BenchResult[]> {
  const script = await bundleForPage(join(HERE, 'page.ts'), { 'webextension-polyfill': join(HERE, 'browser-stub.ts') });
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser(),
    pipe: true,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><body style="font:14px sans-serif"></body>');
    await page.evaluate(script);
    const compared = await page.evaluate(() => window.compareReading(1000, 25));
    return [
      {
        name: 'reading and marking 1,000 rows / a pass by hand that knows the markup',
        ...compared,
      },
    ];
  } finally {
    await browser.close();
  }
}
