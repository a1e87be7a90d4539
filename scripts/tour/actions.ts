import type { Page } from 'puppeteer';
import { clickAria, fill, type Knobs, press, type Session, waitFor, waitForText } from '../../tests/support/index.ts';

/** One thing that a person does or sees. Times are in milliseconds. */
export type Action =
  /** Goes to a route of the portal, in its tab. */
  | { open: string }
  /** Presses something of the portal, by its words; in a row: the row that has a cell with that text. */
  | { press: string; row?: string }
  | { fill: string; with: string }
  /** Presses something of the extension, by its accessible name. */
  | { click: string | RegExp }
  /** Waits for words, of the portal's or the extension's, on the page that is looked at. */
  | { see: string | RegExp; within?: number }
  /** Opens the popup's page and looks at it, until a portal action is next. */
  | { popup: true }
  | { reload: true }
  /** Waits for a condition on anything else, such as the portal's log. */
  | { until: string; holds: (session: Session) => boolean | Promise<boolean>; within?: number }
  /** Does something to the portal behind the person's back. */
  | { behind: (session: Session) => void }
  | { shot: string };

export class Tour {
  readonly session: Session;
  readonly #knobs: Knobs;
  readonly #save: (name: string, page: Page) => Promise<void>;
  #portal: Page | undefined;
  #popup: Page | undefined;

  constructor(session: Session, knobs: Knobs, save: (name: string, page: Page) => Promise<void>) {
    this.session = session;
    this.#knobs = knobs;
    this.#save = save;
  }

  /** The page that is looked at. */
  async page(): Promise<Page> {
    return this.#popup ?? this.portal();
  }

  async portal(): Promise<Page> {
    await this.#popup?.close();
    this.#popup = undefined;
    this.#portal ??= await this.session.openPortal('dashboard', this.#knobs);
    return this.#portal;
  }

  async perform(action: Action): Promise<void> {
    if ('open' in action) await (await this.portal()).goto(this.session.portal.url(action.open, this.#knobs));
    else if ('press' in action)
      await press(await this.portal(), action.press, action.row === undefined ? {} : { row: action.row });
    else if ('fill' in action) await fill(await this.portal(), action.fill, action.with);
    else if ('click' in action) await clickAria(await this.page(), action.click);
    else if ('see' in action) await waitForText(await this.page(), action.see, { timeout: action.within ?? 15_000 });
    else if ('popup' in action) this.#popup = await this.session.openPopup();
    else if ('reload' in action) await (await this.portal()).reload();
    else if ('until' in action) {
      await waitFor(() => action.holds(this.session), { timeout: action.within ?? 15_000, message: action.until });
    } else if ('behind' in action) action.behind(this.session);
    else await this.#save(action.shot, await this.page());
  }
}
