import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byAria, clickAria, launch, press, type Session, textsOf, waitFor, waitForText } from '../support/index.ts';
import { BATCH, rememberPbxes } from './flows/portal.ts';

let session: Session;
beforeAll(async () => {
  session = await launch();
});
afterAll(() => session?.close());

/** Draws the page's Duration as a combo box of divs, with a list of its own that stands elsewhere in the page. Runs in the page. */
function drawCombo(taken: string): void {
  const select = [...document.querySelectorAll('select')].find((each) => each.options.length === 3);
  if (select === undefined) throw new Error('no Duration');
  const combo = document.createElement('div');
  combo.setAttribute('role', 'combobox');
  combo.setAttribute('aria-label', 'Duration');
  combo.setAttribute('aria-expanded', 'false');
  combo.tabIndex = 0;
  combo.style.cssText = 'display:inline-block;border:1px solid #888;padding:6px 12px;min-width:110px';
  combo.textContent = select.selectedOptions[0]?.text ?? '';
  select.labels[0]?.remove();
  select.before(combo);
  select.style.display = 'none';
  let presses = 0;
  combo.addEventListener('mousedown', () => {
    presses += 1;
    if (taken === 'second press' && presses === 1) return;
    const list = document.createElement('div');
    list.setAttribute('role', 'listbox');
    list.style.cssText = 'position:absolute;z-index:9;background:#fff;left:100px;top:180px;border:1px solid #888';
    for (const { text, value } of select.options) {
      const option = document.createElement('div');
      option.setAttribute('role', 'option');
      option.style.cssText = 'padding:6px 12px';
      option.textContent = text;
      option.addEventListener('click', () => {
        list.remove();
        if (taken === 'never') return;
        combo.textContent = text;
        select.value = value;
        select.dispatchEvent(new Event('change'));
      });
      list.append(option);
    }
    document.body.append(list);
  });
}

async function openOrder(): Promise<Page> {
  session.portal.reset();
  const page = await rememberedPage();
  await page.goto(session.portal.url(`customers/${BATCH.id}/order`));
  // The same address again would not draw the page anew.
  await page.reload();
  await byAria(page, 'Set 1 year', 'button');
  return page;
}

let first: Page | undefined;
async function rememberedPage(): Promise<Page> {
  first ??= await rememberPbxes(session, BATCH.id);
  return first;
}

const durationThere = () => session.portal.state.carts.find(({ customerId }) => customerId === BATCH.id)?.duration;

describe('a Duration in a combo box that is no select', () => {
  it.each(['at once', 'second press'] as const)('is set where it takes the press %s', async (taken) => {
    const page = await openOrder();
    await page.evaluate(drawCombo, taken);
    await clickAria(page, 'Set 1 year', 'button');
    await waitForText(page, 'Duration “One year” fits this PBX.');
    await waitFor(() => durationThere() === 'P1Y', { message: 'the Duration in WMP' });
    expect(await page.$('[role=listbox]')).toBeNull();
  });

  it('is said not to be set where WMP goes on showing another', async () => {
    const page = await openOrder();
    await page.evaluate(drawCombo, 'never');
    await clickAria(page, 'Set 1 year', 'button');
    await waitForText(page, 'WMP did not take it. Set the Duration by hand.');
    expect(durationThere()).toBe('P1M');
    await waitForText(page, /Duration 1 month does not fit/);
  });
});

it('offers no Duration for a LifeTime PBX, and holds Checkout back with the reason', async () => {
  await rememberPbxes(session, 19);
  const page = await session.openPortal('customers/19/order');
  await waitForText(page, /has a LifeTime subscription: HWaaS needs/);
  expect((await textsOf(page, 'button')).filter((name) => name.startsWith('Set '))).toEqual([]);
  await press(page, 'Add', { row: 'WP480G2' });
  await waitForText(page, /not recalculated/);
  await press(page, 'Save & Recalculate');
  await waitForText(page, /^recalculated$/);
  await press(page, 'Checkout');
  await byAria(page, 'Checkout is held back', 'dialog');
  await clickAria(page, 'Check out anyway', 'button');
  await byAria(page, 'Checkout is free', 'dialog');
  expect(session.portal.log().some(({ kind }) => kind === 'checkout')).toBe(false);
});

it('holds Checkout back while overdue invoices block ordering, and says so in the list before it', async () => {
  const knobs = { overdue: 6, skin: 'ext' } as const;
  const balance = await session.openPortal('balance', knobs);
  await press(balance, 'OK');
  await waitForText(balance, /Ordering is blocked: an invoice due on/);
  await balance.goto(session.portal.url(`customers/${BATCH.id}/order`, knobs));
  await clickAria(balance, 'Set 1 year', 'button');
  await waitForText(balance, 'Duration “One year” fits this PBX.');
  await waitForText(balance, /42\.90/);
  await press(balance, 'Add', { row: 'WP480G2' });
  await waitForText(balance, /not recalculated/);
  await press(balance, 'Checkout');
  await byAria(balance, 'Checkout is held back', 'dialog');
  const said = (await textsOf(balance)).join(' ');
  expect(said).toMatch(/Ordering is blocked: an invoice due on .* is overdue for 6 days/);
  expect(said).toMatch(/portal functions are locked from/);
  await clickAria(balance, 'Cancel', 'button');
  expect(session.portal.log().some(({ kind }) => kind === 'checkout')).toBe(false);
  expect(session.problems()).toEqual([]);
});
