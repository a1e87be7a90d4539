import type { Page } from 'puppeteer';
import { inBrowser, literal } from '../../support/in-browser.ts';

/** Where things stood in one frame: the top and left edge of each, from the page's beginning; `ours`: a panel of ours was there. */
export interface Frame {
  readonly at: Readonly<Record<string, readonly number[]>>;
  readonly ours: boolean;
}

/** From the next page on, notes where everything with one of these texts stands, frame by frame. */
export async function watchFrames(page: Page, texts: readonly string[]): Promise<void> {
  await page.evaluateOnNewDocument(
    inBrowser((wanted: readonly string[]) => {
      const frames: Frame[] = [];
      Object.assign(globalThis, { frames });
      const look = () => {
        const at: Record<string, number[]> = {};
        const words = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
        while (words.nextNode()) {
          const text = words.currentNode.textContent?.trim() ?? '';
          const box = wanted.includes(text) ? words.currentNode.parentElement?.getBoundingClientRect() : undefined;
          if (box === undefined || box.height === 0) continue;
          const places = at[text] ?? [];
          places.push(Math.round(box.top + scrollY), Math.round(box.left + scrollX));
          at[text] = places;
        }
        const ours = document.querySelector('wmp-companion:not([data-part="badge"])') !== null;
        if (JSON.stringify(frames.at(-1)) !== JSON.stringify({ at, ours })) frames.push({ at, ours });
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, literal(texts)),
  );
}

export const framesOf = (page: Page): Promise<Frame[]> => page.evaluate('globalThis.frames') as Promise<Frame[]>;
