import type { ElementHandle, Page } from 'puppeteer';
import { inBrowser, literal } from './in-browser.ts';
import { type WaitOptions, waitFor } from './wait-for.ts';

/**
 * Drives the stand-in portal as a person would, by the words on it, with the mouse; the same for both skins. What lies behind a
 * dialog is out of reach. It never reaches the extension, whose shadow roots are closed: clickAria() does.
 */
export interface PressOptions extends WaitOptions {
  /** Only within the table row that has a cell with exactly this text. */
  row?: string;
}

/** Clicks what shows this text, or has it as its title or label. */
export async function press(page: Page, text: string, options: PressOptions = {}): Promise<void> {
  const { row, ...wait } = options;
  await page.bringToFront();
  const where = row === undefined ? '' : ` in the row of "${row}"`;
  const script = inBrowser(findControl, literal(text), literal(row ?? null));
  const message = `"${text}"${where} on ${page.url()}`;
  // A person waits for what moves: something of ours above a list, or WMP's own drawing.
  let stood = '';
  const control = await waitFor(
    async () => {
      const found = await element(page, script);
      const place = JSON.stringify((await found?.boundingBox()) ?? null);
      const stands = found !== null && place !== 'null' && place === stood;
      stood = place;
      return stands ? found : null;
    },
    { message, ...wait },
  );
  await control.click();
}

/** Types into the field of this label, in place of what was in it. */
export async function fill(page: Page, label: string, value: string, wait: WaitOptions = {}): Promise<void> {
  await page.bringToFront();
  const script = inBrowser(findField, literal(label));
  const field = await waitFor(() => element(page, script), {
    message: `the field "${label}" on ${page.url()}`,
    ...wait,
  });
  await field.click({ count: 3 });
  await field.type(value);
}

async function element(page: Page, script: string): Promise<ElementHandle<Element> | null> {
  const handle = await page.evaluateHandle(script);
  return handle.asElement() as ElementHandle<Element> | null;
}

/** Runs in the page. */
function findControl(text: string, row: string | null): Element | null {
  const controls = 'button, a, input, label, [role=button], [role=menuitem], [role=tab], .x-btn, .x-menu-item';
  const own = (e: Element) => [...e.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : '')).join('');
  const says = (e: Element, wanted: string) =>
    [own(e), e.getAttribute('aria-label'), e.getAttribute('title'), e.getAttribute('data-qtip')].some(
      (words) => words?.replace(/\s+/g, ' ').trim() === wanted,
    );
  const all = (scope: ParentNode, wanted: string) =>
    [...scope.querySelectorAll('*')].filter((e) => e.checkVisibility({ visibilityProperty: true }) && says(e, wanted));
  const reachable = (e: Element) => {
    e.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const { left, top, width, height } = e.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && (e.contains(hit) || hit.contains(e));
  };
  const scopes = row === null ? [document] : all(document, row).flatMap((e) => e.closest('tr, [role=row]') ?? []);
  const found = scopes.flatMap((scope) => all(scope, text));
  const preferred = [...found.flatMap((e) => e.closest(controls) ?? []), ...found];
  return preferred.find(reachable) ?? null;
}

/** Runs in the page. */
function findField(label: string): Element | null {
  const labels = [...document.querySelectorAll('label')].filter((e) => e.checkVisibility());
  const mine = labels.find((e) => e.textContent?.replace(/:\s*$/, '').trim() === label);
  return mine?.control ?? null;
}
