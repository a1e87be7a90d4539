import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunRecord } from '../../src/core/records/run.ts';
import { clickAria, launch, press, type Session, waitFor, waitForText } from '../support/index.ts';
import { fillDatabase } from '../support/many-orders.ts';
import { BATCH, openDevices, tabOf } from './flows/portal.ts';
import { putRuns } from './flows/runs.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const NOW = '2026-11-23T10:00:00.000Z';
const RUN = {
  id: 'r1',
  revision: 1,
  updatedAt: NOW,
  updatedBy: 'run',
  customer: { key: 'nordhafen', name: BATCH.name },
  devices: [
    { key: '08:00:AA', serial: '08:00:AA', model: 'WP480G2', step: 'accepted', agreedAt: NOW },
    { key: '08:00:AB', serial: '08:00:AB', model: 'WP480G2', step: 'unknown', agreedAt: NOW },
  ],
  startedAt: NOW,
  agreedAt: NOW,
  seen: { at: NOW, url: 'https://my.wildix.com/?#!devices' },
} as unknown as RunRecord;

let session: Session;
beforeAll(async () => {
  session = await launch();
  await fillDatabase(session, 60);
  await putRuns(session, [RUN]);
}, 120_000);
afterAll(() => session?.close());

/** What axe finds wrong, rule by rule, with the first elements of each; in light and in dark. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(AXE);
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    const { violations, passes } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    // Whether it has looked at all.
    expect(passes.map(({ id }) => id)).toContain('color-contrast');
    for (const { id, nodes } of violations)
      found.push(
        `${value} ${id}: ${nodes
          .slice(0, 3)
          .map(({ html, failureSummary = '' }) => `${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`)
          .join(' | ')}`,
      );
  }
  return found;
}

/** Each page of ours, brought to where it shows most. */
const PAGES: readonly (readonly [name: string, open: () => Promise<Page>])[] = [
  [
    'the popup with orders',
    async () => {
      const page = await session.openPopup();
      await waitFor(() => page.$('[data-testid="order"]'), { message: 'orders' });
      await press(page, 'Filters');
      return page;
    },
  ],
  [
    'the popup with what a search found',
    async () => {
      const page = await session.openPopup();
      await waitFor(() => page.$('[data-testid="order"]'), { message: 'orders' });
      await page.type('input[type="search"]', 'bodega');
      await waitFor(() => page.$('[data-testid="search-results"], [data-testid="found"], li[data-order]'), {
        message: 'results',
      });
      return page;
    },
  ],
  [
    'all orders, with one open',
    async () => {
      const page = await session.openPopup('view=orders');
      await waitFor(() => page.$('tr[data-order] button'), { message: 'rows' });
      await page.click('tr[data-order] button');
      await waitFor(() => page.$('[data-testid="order-details"] dl'), { message: 'the details' });
      return page;
    },
  ],
  [
    'the calendar',
    async () => {
      const page = await session.openPopup('view=orders&show=calendar');
      await waitFor(() => page.$('[role="grid"], table'), { message: 'the month' });
      return page;
    },
  ],
  [
    'the charts',
    async () => {
      const page = await session.openPopup('view=orders&show=charts');
      await waitFor(() => page.$('canvas'), { message: 'a chart' });
      return page;
    },
  ],
  [
    'the history of conversions',
    async () => {
      const page = await session.openPopup('view=history');
      await waitForText(page, BATCH.name);
      return page;
    },
  ],
  [
    'the options',
    async () => {
      const page = await session.openOptions();
      await waitForText(page, 'Largest batch');
      await clickAria(page, 'Delete all data…', 'button');
      await waitForText(page, /is not settled/);
      return page;
    },
  ],
  [
    'the page check',
    async () => {
      const portal = await openDevices(session, BATCH.id, {});
      const page = await session.openPopup(`view=page-check&tab=${await tabOf(session, portal)}`);
      await waitFor(() => page.$('[data-testid="page-report"]'), { message: 'the report' });
      return page;
    },
  ],
];

describe.each(PAGES)('%s', (_, open) => {
  it('has nothing that axe finds wrong, in light and in dark', async () => {
    const page = await open();
    try {
      expect(await faults(page)).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
