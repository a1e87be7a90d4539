import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Instant } from '../../core/facts.ts';
import type { CartLine } from '../../core/records/saved-cart.ts';
import { dateText, instantText, reasonText, t } from '../../platform/i18n.ts';
import { LogoField } from './LogoField.tsx';
import type { Look } from './look.ts';
import { type Priced, typedDecimal } from './quote-data.ts';

interface Props {
  readonly look: Look;
  onLook(part: Partial<Look>): void;
  readonly figures: Priced;
  readonly lines: readonly CartLine[];
  /** When the cart was seen on its page. */
  readonly seenAt: Instant;
  readonly currencySaid: boolean;
  readonly own: ReadonlyMap<number, string>;
  onOwn(index: number, text: string): void;
  readonly currency: string;
  onCurrency(text: string): void;
  readonly knowsCurrency: boolean;
  readonly withPurchase: boolean;
  onPurchase(shown: boolean): void;
}

/** What the partner sets; nothing of it is printed. */
export function QuoteForm(props: Props): JSX.Element {
  const { look, onLook, figures, seenAt, currencySaid } = props;
  const text = (name: 'sender' | 'intro' | 'closing', rows: number) => (
    <label>
      {t(`quote_${name}`)}
      <textarea
        rows={rows}
        maxLength={2000}
        value={look[name]}
        onInput={(event) => onLook({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <section class="quote-form" aria-label={t('quote_settings')}>
      {[...new Map(figures.reasons.map((reason) => [reasonText(reason), reason])).keys()].map((words) => (
        <p key={words} class="notice">
          {words}
        </p>
      ))}
      {figures.fromPage && <p class="soft">{t('quote_basis_page', instantText(seenAt))}</p>}
      {figures.fromPage && currencySaid && figures.currency !== undefined && (
        <p class="soft">{t('price_currency_assumed', figures.currency)}</p>
      )}
      {figures.list !== undefined && (
        <p class="soft">
          {figures.list.listDate === undefined
            ? t('quote_basis_undated', figures.list.name)
            : t('quote_basis', figures.list.name, dateText(figures.list.listDate))}
        </p>
      )}
      <div class="columns">
        <Pricing {...props} />
        <LogoField logo={look.logo} onLogo={(logo) => onLook({ logo })} />
        {text('sender', 3)}
        {text('intro', 3)}
        {text('closing', 3)}
      </div>
      <OwnPrices {...props} />
    </section>
  );
}

function Pricing({ look, onLook, currency, onCurrency, knowsCurrency, withPurchase, onPurchase }: Props): JSX.Element {
  const wrong = look.pricing !== 'own' && look.percent !== '' && typedDecimal(look.percent) === undefined;
  return (
    <div class="pricing">
      <label>
        {t('quote_pricing')}
        <select
          value={look.pricing}
          onChange={(event) => onLook({ pricing: event.currentTarget.value as Look['pricing'] })}
        >
          {(['markup', 'margin', 'own'] as const).map((kind) => (
            <option key={kind} value={kind}>
              {t(`quote_pricing_${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {look.pricing !== 'own' && (
        <label>
          {t('quote_percent')}
          <input
            type="text"
            inputMode="decimal"
            maxLength={20}
            aria-invalid={wrong}
            value={look.percent}
            onInput={(event) => onLook({ percent: event.currentTarget.value })}
          />
        </label>
      )}
      {!knowsCurrency && (
        <label>
          {t('quote_currency')}
          <input
            type="text"
            maxLength={3}
            value={currency}
            onInput={(event) => onCurrency(event.currentTarget.value)}
          />
        </label>
      )}
      <label class="tick">
        <input type="checkbox" checked={withPurchase} onChange={(event) => onPurchase(event.currentTarget.checked)} />
        {t('quote_show_purchase')}
      </label>
    </div>
  );
}

function OwnPrices({ lines, own, onOwn, figures }: Props): JSX.Element {
  // As it begins: it must not close under the hand that types the last price.
  const [open, setOpen] = useState(figures.quote?.perMonth === undefined);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('quote_own_prices')}</summary>
      <ul class="own">
        {lines.map(({ product }, i) => {
          const typed = own.get(i) ?? '';
          return (
            <li key={`${product} ${String(i)}`}>
              <label>
                <span dir="auto">{product}</span>
                <input
                  type="text"
                  inputMode="decimal"
                  maxLength={20}
                  aria-invalid={typed.trim() !== '' && typedDecimal(typed) === undefined}
                  value={typed}
                  onInput={(event) => onOwn(i, event.currentTarget.value)}
                />
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
