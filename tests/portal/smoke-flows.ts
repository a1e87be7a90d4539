import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import puppeteer, { type Page } from 'puppeteer';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { CUSTOMERS, type Knobs, type LogEntry, startPortal } from './server.ts';

/** `tsx tests/portal/smoke-flows.ts`: does on both skins what a person would, with and without faults. */
const portal = await startPortal();
const browser = await puppeteer.launch({
  executablePath: ensureBrowser(),
  headless: true,
  args: ['--no-sandbox', ...portal.browserArgs],
});
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 800 });
page.on('pageerror', (error) => {
  problems.push(String(error));
});
const problems: string[] = [];
const DEVICES = `customers/${CUSTOMERS.batch}/devices`;
const ORDER = `customers/${CUSTOMERS.batch}/order`;

for (const skin of process.argv[2] ? [process.argv[2] as 'plain'] : (['plain', 'ext'] as const)) {
  const box = skin === 'plain' ? 'tbody input[type=checkbox]' : '.x-grid-item .x-grid-checkcolumn';
  const scroller = skin === 'plain' ? '.scroller' : '.x-grid-view';
  const open = async (route: string, knobs: Knobs = {}) => {
    portal.reset();
    await page.goto('about:blank');
    await page.goto(portal.url(route, { skin, latency: 20, convertAfter: 400, ...knobs }));
  };
  const pick = async (count: number) => {
    await page.waitForSelector(box, { visible: true });
    await new Promise((done) => setTimeout(done, 150));
    for (const found of (await page.$$(box)).slice(0, count)) await found.click();
  };
  const check = async (name: string, run: () => Promise<void>) => {
    const began = Date.now();
    try {
      await run();
      assert.deepEqual(problems.splice(0), []);
      console.log(`ok    ${skin}: ${name} (${Date.now() - began} ms)`);
    } catch (error) {
      process.exitCode = 1;
      await page.screenshot({ path: `${tmpdir()}/smoke-${skin}-${name.replaceAll(/\W+/g, '-')}.png` });
      console.log(`FAIL  ${skin}: ${name}: ${String(error)}`);
    }
  };

  await check('converts, loses the selection and scrolls back', async () => {
    await open(DEVICES, { rows: 120, convertAfter: 1200 });
    await pick(2);
    await press('Convert to HWaaS');
    await press('Agree');
    await until(() => kinds('convert-agreed').length === 1);
    await page.$eval(scroller, (e) => e.scrollTo(0, 300));
    assert.ok(await page.$eval(scroller, (e) => e.scrollTop > 0));
    await until(() => kinds('converted').length === 2);
    await page.waitForFunction((s) => document.querySelector(s)?.scrollTop === 0, {}, scroller);
    await press('Convert to HWaaS');
    await seen('Please select at least one device.');
  });
  await check('session expires on Agree, login returns', async () => {
    await open(DEVICES, { faults: ['session-expires:agree'] });
    await pick(1);
    await press('Convert to HWaaS');
    await press('Agree');
    await seen('Your session has ended');
    assert.equal(kinds('convert-agreed').length, 0);
    await press('Sign in', 'button');
    await seen('Nordhafen Logistik GmbH – Devices');
    assert.equal(kinds('login').length, 1);
    await pick(1);
    await press('Convert to HWaaS');
    await press('Agree');
    await until(() => kinds('converted').length === 1);
  });
  await check('session expires on load, reload keeps the way back', async () => {
    await open(DEVICES, { faults: ['session-expires:load'] });
    await seen('Your session has ended');
    await page.reload();
    await seen('Your session has ended');
    await press('Sign in', 'button');
    await seen('Nordhafen Logistik GmbH – Devices');
  });
  await check('error dialog instead of conversion', async () => {
    await open(DEVICES, { faults: ['error:convert'] });
    await pick(1);
    await press('Convert to HWaaS');
    await seen('could not be completed');
    await press('OK');
    await press('Convert to HWaaS');
    await seen('Convert 1 device to HWaaS?');
  });
  await check('dead buttons', async () => {
    await open(DEVICES, { faults: ['dead-once:convert', 'dead-once:agree'] });
    await pick(1);
    await press('Convert to HWaaS');
    await until(() => kinds('fault').length === 1);
    await press('Convert to HWaaS');
    await press('Agree');
    await until(() => kinds('fault').length === 2);
    assert.equal(kinds('convert-agreed').length, 0);
    await press('Agree');
    await until(() => kinds('convert-agreed').length === 1);
  });
  await check('dialog never opens', async () => {
    await open(DEVICES, { faults: ['dialog-never'] });
    await pick(1);
    await press('Convert to HWaaS');
    await until(() => kinds('convert-asked').length === 1);
    await new Promise((done) => setTimeout(done, 300));
    assert.equal(await shows('Agree'), false);
  });
  await check('grid drawn twice', async () => {
    await open(DEVICES, { faults: ['duplicate'], rows: 5 });
    await page.waitForFunction(() => document.body.innerText.split('9CF1R3929729').length === 3);
  });
  await check('row vanishes on selection', async () => {
    await open(DEVICES, { faults: ['vanish:2'] });
    await seen('9CF1S3937648');
    await pick(1);
    await page.waitForFunction(() => !document.body.innerText.includes('9CF1S3937648'));
    await press('Convert to HWaaS');
    await seen('Convert 1 device to HWaaS?');
  });
  await check('another row selected', async () => {
    await open(DEVICES, { faults: ['select-noise'] });
    await pick(2);
    await press('Convert to HWaaS');
    await seen('Convert 3 devices to HWaaS?');
  });
  await check('slow answer to Agree', async () => {
    await open(DEVICES, { faults: ['slow-agree:900'] });
    await pick(1);
    await press('Convert to HWaaS');
    await press('Agree');
    await seen('Loading');
    await page.waitForFunction(() => !document.body.innerText.includes('Loading'));
  });
  await check('LifeTime refused after Agree', async () => {
    await open(`customers/${CUSTOMERS.lifetime}/devices`);
    await pick(1);
    await press('Convert to HWaaS');
    await press('Agree');
    await seen('not available for PBXes with a LifeTime');
    assert.equal(kinds('convert-refused').length, 1);
  });
  await check('orders without recalculation', async () => {
    await open(ORDER);
    await seen('WP490G2');
    await press('Add');
    await until(() => kinds('cart-changed').length === 1);
    await press('Checkout');
    await seen('Order Reference');
    const field = await page.$(skin === 'plain' ? 'dialog input[type=text]' : '.x-window input[type=text]');
    await field?.type('NH-1');
    await press('I accept the Terms and Conditions', 'label');
    await press('Confirm order');
    await seen('Your order 100124 has been submitted.');
    await press('OK');
    await seen('NH-1');
    const [placed] = kinds('order-placed');
    assert.equal(placed?.kind === 'order-placed' && !placed.recalculated && placed.reference === 'NH-1', true);
  });
  await check('recalculation error, then discount', async () => {
    await open(ORDER, { faults: ['error:recalculate', 'dead-once:save'] });
    await seen('WP490G2');
    await press('Save', 'button');
    await until(() => kinds('fault').length === 1);
    await press('Save & Recalculate');
    await seen('could not be completed');
  });
  await check('overdue: warning leads to balance, checkout refused', async () => {
    await open(ORDER, { overdue: 7 });
    await seen('7 days overdue');
    await press('OK');
    await seen('Balance due');
    await page.evaluate((route) => {
      location.hash = `#!${route}`;
    }, ORDER);
    await seen('WP490G2');
    await press('Add');
    await until(() => kinds('cart-changed').length === 1);
    await press('Checkout');
    await seen('is blocked because of overdue invoices');
  });
  await check('overdue for long: locked', async () => {
    await open('customers', { overdue: 31 });
    await seen('Portal functions are locked');
  });
  await check('three dots', async () => {
    await open('customers');
    await seen('Calder Print Works Ltd');
    const [dots] = await page.$$(skin === 'plain' ? 'button[aria-haspopup]' : '.x-action-col-icon');
    await dots?.click();
    await press('PBXes', skin === 'plain' ? '[role=menuitem]' : '.x-menu-item-link');
    await seen('Nordhafen Zentrale');
  });
  await check('columns hidden and shuffled', async () => {
    await open(DEVICES, { hide: ['type', 'mac'], shuffle: 3 });
    await seen('9CF1R3929729');
    const text = await page.evaluate(() => document.body.innerText);
    assert.equal(text.includes('MAC address') || text.includes('CAPEX'), false);
  });
  await check('page before kept, hidden', async () => {
    await open('customers', { faults: ['keep-old'] });
    await seen('Calder Print Works Ltd');
    await page.evaluate((route) => {
      location.hash = `#!${route}`;
    }, DEVICES);
    await seen('9CF1R3929729');
    assert.equal(await shows('Calder Print Works Ltd'), false);
    assert.equal(await page.evaluate(() => document.body.textContent.includes('Calder Print Works Ltd')), true);
    await pick(1);
    await press('Convert to HWaaS');
    await seen('Convert 1 device to HWaaS?');
  });
  await check('pages', async () => {
    await open(DEVICES, { page: 10 });
    await seen('9CF1R3929729');
    assert.equal((await page.$$(box)).length, 10);
  });
  await check('5000 rows', async () => {
    await open(DEVICES, { rows: 5000 });
    await seen('9CF1R3929729');
    if (skin === 'ext') assert.ok((await page.$$(box)).length < 200);
    else assert.equal((await page.$$(box)).length, 5000);
  });
  await check('all languages', async () => {
    for (const lang of ['de', 'es', 'fr', 'it', 'nl'] as const) {
      await open(DEVICES, { lang });
      await seen('9CF1R3929729');
      await page.screenshot({ path: `${tmpdir()}/smoke-${skin}-${lang}.png` });
    }
  });
}
await browser.close();
await portal.close();

async function press(label: string, inside = 'button, a, span'): Promise<void> {
  // No named function inside: tsx would wrap it in a helper that the page does not have.
  const handle = await page.waitForFunction(
    (text, selector) =>
      [selector, 'span'].flatMap((s) =>
        [...document.querySelectorAll<HTMLElement>(s)]
          .filter((e) => e.textContent?.trim() === text && e.checkVisibility())
          .slice(-1),
      )[0],
    { timeout: 5000 },
    label,
    inside,
  );
  await (handle.asElement() as Awaited<ReturnType<Page['$']>>)?.click();
}

async function seen(text: string): Promise<void> {
  await page.waitForFunction((t) => document.body.innerText.includes(t), { timeout: 8000 }, text);
}

async function shows(text: string): Promise<boolean> {
  return page.evaluate((t) => document.body.innerText.includes(t), text);
}

function kinds(kind: LogEntry['kind']): LogEntry[] {
  return portal.log().filter((entry) => entry.kind === kind);
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 5000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${holds}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
