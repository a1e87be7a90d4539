import type { CustomerRef } from '../../core/customer.ts';
import type { Glance } from '../../core/messages/glance-contract.ts';
import { notice } from '../../core/notices.ts';
import type { Reason } from '../../core/outcome.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { askGlance } from '../ask-glance.ts';
import { listDesk } from '../lists/page-lists.ts';
import { customerRows } from '../portal/customers.ts';
import { oneGrid } from '../portal/page.ts';
import { Gone } from '../portal/wait.ts';
import { goTo, type WayTo } from '../short-way.ts';
import { sheet } from '../ui/advisors/sheet.ts';
import { ShortcutsPanel } from '../ui/customers/ShortcutsPanel.tsx';
import { placeByList, placeFloating } from '../ui/host.ts';
import { NoticePanel } from '../ui/notice-panel.tsx';
import { createSurface } from '../ui/render.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

/** As the partner left it, as long as the page lives. */
let open = true;
/** One way at a time: two would open each other's menus. */
let going = false;

class Shortcuts {
  readonly #visit: Visit;
  readonly #surface;
  #customers: readonly CustomerRef[] = [];
  #twice: ReadonlySet<string> = new Set();
  #glances: ReadonlyMap<string, Glance> = new Map();
  #complete = false;
  #failure: Reason | undefined;
  #asked = '';

  constructor(visit: Visit) {
    this.#visit = visit;
    const { signal } = visit;
    this.#surface = createSurface(
      'customer-shortcuts',
      signal,
      (host) => placeByList(host, oneGrid(visit.page(), 'customers'), signal, 'side'),
      [sheet()],
    );
    listDesk(visit, 'customers').onSeen((list) => this.#seen(customerRows(list.grid), list.complete));
    visit.onRead(() => {
      if (!this.#surface.host.isConnected) this.#show();
    });
  }

  #seen(rows: readonly CustomerRef[], complete: boolean): void {
    const names = new Map<string, number>();
    for (const { key } of rows) names.set(key, (names.get(key) ?? 0) + 1);
    this.#twice = new Set([...names].flatMap(([key, count]) => (count > 1 ? [key] : [])));
    this.#customers = [...new Map(rows.map((customer) => [customer.key, customer])).values()];
    this.#complete = complete;
    const asked = JSON.stringify(rows.map(({ key }) => key));
    if (asked !== this.#asked && rows.length > 0) void this.#ask(rows, asked);
    this.#show();
  }

  async #ask(rows: readonly CustomerRef[], asked: string): Promise<void> {
    this.#asked = asked;
    try {
      const { glances } = await askGlance('customers.glance', { customers: [...rows] });
      if (this.#asked !== asked) return;
      this.#glances = new Map(glances.map((glance) => [glance.customer.key, glance]));
      this.#failure = undefined;
    } catch (error) {
      if (this.#asked !== asked) return;
      this.#asked = '';
      this.#glances = new Map();
      this.#failure = failureOf(error);
    }
    this.#show();
  }

  #show(): void {
    const panel = (
      <ShortcutsPanel
        customers={this.#customers}
        twice={this.#twice}
        glances={this.#glances}
        complete={this.#complete}
        failure={this.#failure}
        busy={going}
        open={open}
        onOpen={(now) => {
          open = now;
          this.#show();
        }}
        onGo={(customer, to) => void this.#go(customer, to)}
      />
    );
    this.#surface.show(this.#customers.length === 0 ? null : panel);
  }

  /** What stood in the way is said on whatever page that left us. */
  async #go(customer: CustomerRef, to: WayTo): Promise<void> {
    if (going) return;
    going = true;
    this.#show();
    const { life } = this.#visit;
    try {
      const failed = await goTo(customer, to, life).catch((error: unknown) =>
        error instanceof Gone ? undefined : notice('worker-failed', { detail: String(error) }),
      );
      if (failed !== undefined) say(failed, life);
    } finally {
      going = false;
      this.#show();
    }
  }
}

let said: AbortController | undefined;

function say(reason: Reason, life: AbortSignal): void {
  said?.abort();
  const mine = new AbortController();
  said = mine;
  const signal = AbortSignal.any([life, mine.signal]);
  const surface = createSurface('short-way', signal, (host) => placeFloating(host, 'side', signal));
  surface.show(<NoticePanel reason={reason} onClose={() => mine.abort()} />);
}

/** One press per customer for Devices, PBXes and Order HWaaS, through WMP's own three dots, with what is worth knowing before. */
export const customerShortcuts: Helper = {
  id: 'customer-shortcuts',
  pages: ['customers'],
  init: (visit) => void new Shortcuts(visit),
};
