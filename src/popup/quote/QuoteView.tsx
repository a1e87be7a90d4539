import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { reasonText, t } from '../../platform/i18n.ts';
import type { Format } from '../../platform/sheets/table-file.ts';
import { useAnswer } from '../../platform/use-answer.ts';
import { Header } from '../Header.tsx';
import { exportQuote } from './export-quote.ts';
import { keepLook, type Look, NO_LOOK, readLook } from './look.ts';
import { QuoteForm } from './QuoteForm.tsx';
import { QuoteSheet } from './QuoteSheet.tsx';
import { type Basis, loadBasis, priced } from './quote-data.ts';

/** A quote for the customer: what is set on top, and the sheet as it is printed below. */
export function QuoteView(): JSX.Element {
  const [{ value: basis, failure }] = useAnswer('quote', async () => ({ found: await loadBasis() }));
  return (
    <>
      {failure && (
        <p class="notice attention" role="alert">
          {reasonText(failure)}
        </p>
      )}
      {basis !== undefined && basis.found === undefined && <p class="notice">{t('quote_nothing')}</p>}
      {basis?.found !== undefined && <Quote basis={basis.found} />}
    </>
  );
}

function Quote({ basis }: { basis: Basis }): JSX.Element {
  const [look, setLook] = useState<Look>(NO_LOOK);
  const [own, setOwn] = useState<ReadonlyMap<number, string>>(new Map());
  const [currency, setCurrency] = useState('');
  const [withPurchase, setWithPurchase] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => void readLook().then(setLook), []);
  const change = (part: Partial<Look>) => {
    const next = { ...look, ...part };
    setLook(next);
    keepLook(next).catch(() => setSaid(t('quote_not_kept')));
  };
  const figures = priced(basis, look, own, currency);
  const sheet = { basis, look, figures, withPurchase };
  const save = (format: Format) => exportQuote(sheet, format).then(setSaid, () => setSaid(t('quote_not_saved')));
  return (
    <>
      <div class="no-print">
        <Header title={t('quote_title')}>
          <div class="buttons">
            <button type="button" class="primary" onClick={() => print()}>
              {t('quote_print')}
            </button>
            <button type="button" onClick={() => save('csv')}>
              {t('history_csv')}
            </button>
            <button type="button" onClick={() => save('xlsx')}>
              {t('history_xlsx')}
            </button>
          </div>
        </Header>
        <p role="status" class="soft">
          {said}
        </p>
        <QuoteForm
          look={look}
          onLook={change}
          figures={figures}
          lines={basis.draft.lines}
          seenAt={basis.draft.at}
          currencySaid={basis.draft.currencySaid === true}
          own={own}
          onOwn={(i, text) => setOwn(new Map(own).set(i, text))}
          currency={currency}
          onCurrency={setCurrency}
          knowsCurrency={basis.computed.quote !== undefined}
          withPurchase={withPurchase}
          onPurchase={setWithPurchase}
        />
      </div>
      <QuoteSheet {...sheet} />
    </>
  );
}
