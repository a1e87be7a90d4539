import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer';
import { build } from 'vite';
import { ensureBrowser } from '../../scripts/browser.mjs';
import type { BenchResult } from './rules.bench.ts';

const HERE = join(dirname(fileURLToPath(import.meta.url)), 'reading');

/** Reading and marking a list in a real browser, against a pass written by hand for that very markup. */
export async function benchReading(): Promise<BenchResult[]> {
  const script = await bundle();
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

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    root: HERE,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: { 'webextension-polyfill': join(HERE, 'browser-stub.ts') } },
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: join(HERE, 'page.ts'), formats: ['iife'], name: 'reading', fileName: 'reading' },
    },
  });
  const chunk = [result]
    .flat()
    .flatMap((r) => ('output' in r ? r.output : []))
    .find((part) => part.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('the page of the benchmark did not build');
  return chunk.code;
}
