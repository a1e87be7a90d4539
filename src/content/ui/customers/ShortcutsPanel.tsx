import { useState } from 'preact/hooks';
import { type CustomerRef, nameKey } from '../../../core/customer.ts';
import type { Glance } from '../../../core/messages/glance-contract.ts';
import type { Reason } from '../../../core/outcome.ts';
import { numberText, reasonText, t } from '../../../platform/i18n.ts';
import type { WayTo } from '../../short-way.ts';
import { Chips } from './Chips.tsx';

interface Props {
  /** In the order of the list, each name once. */
  readonly customers: readonly CustomerRef[];
  /** Names that stand in the list more than once. */
  readonly twice: ReadonlySet<string>;
  readonly glances: ReadonlyMap<string, Glance>;
  readonly complete: boolean;
  readonly failure: Reason | undefined;
  readonly busy: boolean;
  readonly open: boolean;
  onOpen(open: boolean): void;
  onGo(customer: CustomerRef, to: WayTo): void;
}

/** More of them are found by their name. */
const MOST = 60;
const WAYS = ['devices', 'pbxes', 'order'] as const;

/** The customers of the list once more, each with one press per page and with what is worth knowing before. */
export function ShortcutsPanel(props: Props) {
  const { customers, complete, failure, open } = props;
  const [wanted, setWanted] = useState('');
  const key = nameKey(wanted);
  const found = customers.filter((customer) => customer.key.includes(key));
  return (
    <details class="advisors" open={open} onToggle={(event) => props.onOpen(event.currentTarget.open)}>
      <summary>
        <span class="brand">{t('extension_name')}</span> {t('shortcuts_title')}
        <span class="muted hint">{t('shortcuts_hint')}</span>
      </summary>
      {open && (
        <div class="inside customers">
          <div class="fields">
            <label>
              {t('shortcuts_find')}
              <input type="search" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
            </label>
          </div>
          {failure !== undefined && <p class="note no">{reasonText(failure)}</p>}
          {!complete && <p class="muted">{t('shortcuts_partly')}</p>}
          <ul class="shortcuts">
            {found.slice(0, MOST).map((customer) => (
              <Shortcut key={customer.key} customer={customer} {...props} />
            ))}
          </ul>
          {found.length === 0 && <p>{t('shortcuts_none')}</p>}
          {found.length > MOST && <p class="muted">{t('shortcuts_more', numberText(found.length - MOST))}</p>}
        </div>
      )}
    </details>
  );
}

function Shortcut({ customer, twice, glances, busy, onGo }: Props & { customer: CustomerRef }) {
  const glance = glances.get(customer.key);
  return (
    <li>
      <span class="name" dir="auto">
        {customer.name}
      </span>
      {glance !== undefined && <Chips glance={glance} />}
      {twice.has(customer.key) ? (
        <span class="muted">{t('shortcuts_twice')}</span>
      ) : (
        <span class="buttons">
          {WAYS.map((to) => (
            <button
              key={to}
              type="button"
              disabled={busy}
              aria-label={t('shortcuts_go', t(`page_${to}`), customer.name)}
              onClick={() => onGo(customer, to)}
            >
              {t(`page_${to}`)}
            </button>
          ))}
        </span>
      )}
    </li>
  );
}
