import type { Page } from 'puppeteer';
import { clickAria, type Session, textsOf, waitFor, waitForText } from '../../support/index.ts';
import { placeOf } from './polish-page.ts';
import { tabOf } from './portal.ts';

/** Presses the popup's button for a tab; the panel then stands on the page. */
export async function startTeaching(session: Session, page: Page): Promise<void> {
  const popup = await session.openPopup(`tab=${await tabOf(session, page)}`);
  await clickAria(popup, 'Teach this page', 'button');
  await waitForText(popup, 'The panel is open on the page.');
  await popup.close();
  await page.bringToFront();
  await waitForText(page, 'Which page is this?');
}

/** Points with the mouse: the button in the panel, then the place on the page. */
export async function pointAt(page: Page, button: string, text: string): Promise<void> {
  await clickAria(page, button, 'button');
  await waitForText(page, /^Click, or go with the arrow keys/);
  const { x, y } = await placeOf(page, text);
  const before = await presses(page);
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.click(x, y);
  await waitForText(page, /^Teach this page/);
  if ((await presses(page)) !== before) throw new Error('a press reached the page while something was pointed at');
}

/** Types into the panel's field of this name, in place of what is in it. */
export async function fillPanel(page: Page, label: string, value: string): Promise<void> {
  const field = await waitFor(() => page.$(`aria/${label}[role="textbox"]`), { message: `the field ${label}` });
  await field.click({ count: 3 });
  await field.type(value);
  await page.keyboard.press('Tab');
}

export const next = (page: Page): Promise<void> => clickAria(page, 'Next', 'button');

/** Name of what has the focus, closed shadow roots included. */
export async function focused(page: Page): Promise<string> {
  const client = await page.createCDPSession();
  try {
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const has = nodes.filter(
      ({ role, properties }) =>
        role?.value !== 'RootWebArea' &&
        properties?.some(({ name, value }) => name === 'focused' && value.value === true),
    );
    return String(has.at(-1)?.name?.value ?? '');
  } finally {
    await client.detach();
  }
}

/** Goes on with Tab until something of this name has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now === name) return;
    passed.push(now);
  }
  throw new Error(`Tab does not lead to "${name}", but to ${passed.join(' | ')}`);
}

/** Presses a button of the panel by keyboard. */
export async function pressByKey(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Points by keyboard: goes on until the panel says that this would be chosen. */
export async function pointByKey(page: Page, button: string, wanted: RegExp): Promise<void> {
  await pressByKey(page, button);
  await waitForText(page, /^Click, or go with the arrow keys/);
  const before = await presses(page);
  for (let i = 0; ; i += 1) {
    await page.keyboard.press('ArrowDown');
    const over = await textsOf(page);
    if (over.some((text) => wanted.test(text))) break;
    if (i > 30) throw new Error(`the keys do not lead to ${wanted}: ${over.join(' | ')}`);
  }
  await page.keyboard.press('Enter');
  await waitForText(page, /^Teach this page/);
  if ((await presses(page)) !== before) throw new Error('a key reached the page while something was pointed at');
}

/** Presses of any kind that the page heard of, those on the panel too. */
export const presses = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { presses: number }).presses);

/** Those that were on something of the page's own. */
export const touched = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { touched: number }).touched);
