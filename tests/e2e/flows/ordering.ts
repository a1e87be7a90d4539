import type { Page } from 'puppeteer';
import { clickAria, fill, type Knobs, press, type Session, waitFor, waitForText } from '../../support/index.ts';
import { BATCH, panelsStand, rememberPbxes } from './portal.ts';

/** Order HWaaS of the batch customer, of a year, with one line in its cart that is not recalculated. */
export async function withLine(session: Session, knobs: Knobs): Promise<Page> {
  const page = await rememberPbxes(session, BATCH.id, { skin: knobs.skin ?? 'plain' });
  await page.goto(session.portal.url(`customers/${BATCH.id}/order`, knobs));
  await panelsStand(page);
  await clickAria(page, 'Set 1 year', 'button');
  // WMP draws its products anew at the prices of that Duration, and the panel above them becomes lower.
  await waitForText(page, 'Duration “One year” fits this PBX.');
  await waitForText(page, /42\.90/);
  await press(page, 'Add', { row: 'WP480G2' });
  await waitFor(() => session.portal.state.carts.some((cart) => cart.lines.length > 0), {
    message: 'the line in the cart',
  });
  // WMP has it; the page shows it later, and what is pressed before that is pressed on the cart without it.
  await waitForText(page, /not recalculated/);
  return page;
}

/** Fills in WMP's checkout and confirms it. */
export async function confirm(page: Page, reference = 'PO-1'): Promise<void> {
  await fill(page, 'Order Reference', reference);
  await press(page, 'I accept the Terms and Conditions');
  await press(page, 'Confirm order');
}
