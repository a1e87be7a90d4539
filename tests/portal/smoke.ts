import { mkdir } from 'node:fs/promises';
import puppeteer, { type Page } from 'puppeteer';
import { ensureBrowser } from '../../scripts/browser.mjs';
import { CUSTOMERS, type Knobs, PBXES, startPortal } from './server.ts';

/** `tsx tests/portal/smoke.ts OUT [skin] [lang]`: looks at every page and leaves pictures in OUT. */
const [out = 'smoke-out', skin = 'plain', lang = 'en'] = process.argv.slice(2);
await mkdir(out, { recursive: true });
const portal = await startPortal();
const browser = await puppeteer.launch({
  executablePath: ensureBrowser(),
  headless: true,
  args: ['--no-sandbox', ...portal.browserArgs],
});
const knobs: Knobs = { skin: skin as 'plain' | 'ext', lang: lang as 'en', latency: 30, convertAfter: 500 };

const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 800 });
page.on('pageerror', (error) => console.log('PAGE ERROR', String(error)));
page.on('console', (message) => {
  if (message.type() === 'error') console.log('CONSOLE', message.text());
});

await shot('dashboard');
await shot('customers');
await shot(`customers/${CUSTOMERS.several}/pbxes`);
await shot(`customers/${CUSTOMERS.batch}/devices`);
await shot(`pbx/${PBXES.yearly}/devices`);
await shot(`customers/${CUSTOMERS.several}/order`);
await shot('pricelist');
await shot('cart');
await shot('orders');
await shot('orders/100123');
await shot('balance');
await shot('rma');
await shot('balance', { ...knobs, overdue: 7 });
portal.expireSession();
await shot('customers', { ...knobs, hide: ['city'] });
await browser.close();
await portal.close();

async function shot(route: string, settings: Knobs = knobs): Promise<void> {
  const began = Date.now();
  await page.goto(portal.url(route, settings), { waitUntil: 'load' });
  await settled(page);
  const name = `${skin}-${lang}-${route.replaceAll('/', '-')}${settings === knobs ? '' : '-2'}`;
  await page.screenshot({ path: `${out}/${name}.png` as `${string}.png` });
  console.log(name, `${Date.now() - began} ms`);
}

async function settled(on: Page): Promise<void> {
  await on.waitForNetworkIdle({ idleTime: 250 });
}
