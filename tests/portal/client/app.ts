import { readSettings, type Settings } from '../shared/knobs.ts';
import type { PressInfo, Refusal, SessionInfo } from '../shared/types.ts';
import { columnsAsWished } from './columns.ts';
import { route } from './routes.ts';
import { makeText, type Text } from './text.ts';
import type { Column, PageView, Skin } from './view.ts';

export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal);
  }
}

/** The session has ended and the login page is up: there is nothing left to do. */
class SignedOut extends Error {}

const RETURN_TO = 'return-to';

/** The page's life: session, routes, messages. The same for both skins. */
export class App {
  readonly settings: Settings = readSettings(location.search);
  readonly text: Text = makeText(this.settings);
  readonly skin: Skin;
  /** Rows that have vanished stay away until the document is loaded again. */
  readonly vanished = new Set<string>();
  #life = new AbortController();
  #signedIn = false;

  constructor(skin: Skin) {
    this.skin = skin;
  }

  async start(): Promise<void> {
    document.title = this.text.t('brand');
    addEventListener('hashchange', () => void this.#show());
    const session = await this.get<SessionInfo>('/api/session');
    if (session.signedIn) await this.#enter(session);
    else this.signOut();
  }

  go(to: string): void {
    if (location.hash === `#!${to}`) void this.#show();
    else location.hash = `#!${to}`;
  }

  get<T>(path: string): Promise<T> {
    return this.#request('GET', path);
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.#request('POST', path, body);
  }

  columns(columns: Column[]): Column[] {
    return columnsAsWished(columns, this.settings);
  }

  /** Runs what a person has asked for; a refusal becomes an error dialog. */
  act(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      if (error instanceof SignedOut) return;
      this.skin.busy(false);
      void this.error(error instanceof Refused ? error.refusal : 'internal');
    });
  }

  /** Tells the server of a press; false when the button is dead this time. */
  async press(button: string): Promise<PressInfo | null> {
    const info = await this.post<PressInfo>('/api/press', { button });
    return info.dead ? null : info;
  }

  async error(refusal: Refusal): Promise<void> {
    const { t } = this.text;
    await this.skin.message({
      title: t('error.title'),
      lines: [t(`refusal.${refusal}`)],
      buttons: [{ key: 'ok', label: t('ok') }],
      tone: 'error',
    });
  }

  async inform(title: string, ...lines: string[]): Promise<void> {
    await this.skin.message({ title, lines, buttons: [{ key: 'ok', label: this.text.t('ok') }], tone: 'info' });
  }

  signOut(): void {
    const { t } = this.text;
    const here = location.hash.replace(/^#!/, '');
    if (here !== 'login') sessionStorage.setItem(RETURN_TO, here);
    this.#signedIn = false;
    this.#life.abort();
    this.skin.closeDialogs();
    location.hash = '#!login';
    this.skin.login({
      title: t('login.title'),
      note: t('login.expired'),
      user: t('login.user'),
      password: t('login.password'),
      submit: t('login.submit'),
      send: (user) => this.act(async () => this.#enter(await this.post<SessionInfo>('/api/login', { user }))),
    });
  }

  async #enter(session: SessionInfo): Promise<void> {
    const { t } = this.text;
    this.#signedIn = true;
    this.skin.shell({
      brand: t('brand'),
      user: session.user,
      footer: t('standin'),
      tabs: [
        { label: t('tab.customers'), route: 'customers' },
        { label: t('tab.cart'), route: 'cart' },
        { label: t('tab.pricelist'), route: 'pricelist' },
        {
          label: t('tab.billing'),
          route: 'orders',
          tabs: [
            { label: t('tab.orders'), route: 'orders' },
            { label: t('tab.balance'), route: 'balance' },
            { label: t('tab.rma'), route: 'rma' },
          ],
        },
      ],
    });
    const here = location.hash.replace(/^#!/, '');
    const back = here === 'login' || here === '' ? sessionStorage.getItem(RETURN_TO) || 'dashboard' : here;
    sessionStorage.removeItem(RETURN_TO);
    if (here === back) await this.#show();
    else this.go(back);
    if (session.overdueDays >= 2) await this.#warn(session.overdueDays);
  }

  async #warn(days: number): Promise<void> {
    const { t, number } = this.text;
    const answer = await this.skin.message({
      title: t('overdue.title'),
      lines: [t('overdue.text', number(days))],
      buttons: [{ key: 'ok', label: t('ok') }],
      tone: 'warning',
    });
    if (answer === 'ok') this.go('balance');
  }

  async #show(): Promise<void> {
    if (!this.#signedIn) return;
    this.#life.abort();
    this.#life = new AbortController();
    const { signal } = this.#life;
    const here = location.hash.replace(/^#!/, '') || 'dashboard';
    this.skin.mark(here);
    this.skin.busy(true);
    let view: PageView;
    try {
      view = await route(here)(this, signal);
    } catch (error) {
      if (error instanceof SignedOut || signal.aborted) return;
      const refusal = error instanceof Refused ? error.refusal : 'internal';
      const text = this.text.t(refusal === 'locked' ? 'locked.text' : `refusal.${refusal}`);
      view = { heading: this.text.t('error.title'), trail: [], blocks: [{ kind: 'note', text }] };
    }
    if (signal.aborted) return;
    this.skin.busy(false);
    this.skin.page(view, this.settings.faults.includes('keep-old'));
  }

  async #request<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(path, {
      method,
      headers: { 'content-type': 'application/json', 'x-page-query': location.search },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T & { refusal?: Refusal };
    if (response.status === 401) {
      this.signOut();
      throw new SignedOut();
    }
    if (!response.ok) throw new Refused(answer.refusal ?? 'internal');
    return answer;
  }
}
