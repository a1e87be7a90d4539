import type { JSX } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import type { ShownGroup } from '../../core/messages/tracker-contract.ts';
import type { OrderFilter } from '../../core/orders/search.ts';
import { plural, reasonText, t } from '../../platform/i18n.ts';
import { useAnswer, useRepeatWhileVisible } from '../../platform/use-answer.ts';
import { type Answers, askTracker } from './ask-tracker.ts';
import { isFiltered } from './filter.ts';
import { GroupList } from './GroupList.tsx';
import { RefreshLine } from './RefreshLine.tsx';
import { useRowKeys } from './row-keys.ts';
import { SearchFields } from './SearchFields.tsx';
import { SearchResults } from './SearchResults.tsx';
import { WordQuestion } from './WordQuestion.tsx';

const FIRST_ORDERS = 10;
const GROUPS: readonly ShownGroup[] = ['needs-you', 'on-the-way', 'done'];

/** Orders by how much they need the partner, or those that are searched for. Where they cannot be had, that is said. */
export function OrdersSection(): JSX.Element {
  const [filter, setFilter] = useState<OrderFilter>({});
  const [{ value, failure }, again] = useAnswer('overview', () =>
    askTracker('orders.overview', { limit: FIRST_ORDERS }),
  );
  useRepeatWhileVisible(again, value?.refresh?.state === 'running' ? 1000 : 5000);
  const [list, field] = [useRef<HTMLElement>(null), useRef<HTMLInputElement>(null)];
  const clear = useCallback(() => setFilter((before) => ({ ...before, text: '' })), []);
  useRowKeys(list, field, clear);
  return (
    <section ref={list} aria-labelledby="orders-title" data-testid="orders">
      <h2 id="orders-title">
        {t('popup_orders')}
        <a class="whole" href="index.html?view=orders" target="_blank" rel="noreferrer">
          {t('orders_page_open')}
        </a>
      </h2>
      {failure && (
        <p class="notice attention" role="alert">
          {reasonText(failure)}
        </p>
      )}
      {value === undefined && !failure && <p class="soft">{t('popup_asking')}</p>}
      {value?.any && <SearchFields filter={filter} onChange={setFilter} field={field} />}
      {value &&
        (isFiltered(filter) ? <SearchResults filter={filter} /> : <Overview overview={value} onChanged={again} />)}
      {value && <RefreshLine overview={value} onChanged={again} />}
    </section>
  );
}

interface OverviewProps {
  readonly overview: Answers<'orders.overview'>;
  readonly onChanged: () => void;
}

function Overview({ overview: { groups, any, reading }, onChanged }: OverviewProps): JSX.Element {
  const [{ value: asked }, askAgain] = useAnswer(`words ${reading?.seen.at}`, () => askTracker('orders.questions', {}));
  const unreadable = GROUPS.reduce((sum, group) => sum + groups[group].unreadable, 0);
  const pending = groups['needs-you'].count + groups['on-the-way'].count;
  return (
    <>
      {unreadable > 0 && (
        <p class="notice attention" role="alert">
          {plural('popup_unreadable', unreadable)}
        </p>
      )}
      {asked?.words.map((word) => (
        <WordQuestion
          key={word}
          word={word}
          onChanged={() => {
            askAgain();
            onChanged();
          }}
        />
      ))}
      {pending === 0 && (
        <div class="empty" data-testid="orders-empty">
          <p>{t('popup_empty')}</p>
          {!any && <p class="soft">{t('popup_empty_how')}</p>}
        </div>
      )}
      {GROUPS.map((group) => (
        <GroupList key={group} group={group} part={groups[group]} onChanged={onChanged} />
      ))}
    </>
  );
}
