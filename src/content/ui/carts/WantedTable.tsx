import { useState } from 'preact/hooks';
import { nameKey } from '../../../core/customer.ts';
import { type Matched, matchProduct, type PageProduct, sumByProduct } from '../../../core/paste/match.ts';
import type { PastedLine } from '../../../core/paste/parse.ts';
import { MOST_UNITS } from '../../../core/paste/readings.ts';
import { plural, t } from '../../../platform/i18n.ts';
import type { Wanted } from '../../portal/add-product.ts';
import { onlyByPerson } from '../consent.ts';
import { FillReport } from './FillReport.tsx';
import type { CartView } from './view.ts';

interface Choice {
  readonly key?: string;
  readonly quantity?: string;
}

interface Row {
  readonly text: string;
  readonly matched: Matched;
  readonly product: PageProduct | undefined;
  readonly quantity: number | undefined;
}

const LEFT_OUT = '-';

/** What the partner chose counts before what was matched. */
function rowOf(line: PastedLine, choice: Choice | undefined, products: readonly PageProduct[]): Row {
  const matched = matchProduct(line.readings, products);
  const chosen = matched.candidates.find(({ key }) => key === choice?.key);
  const typed = choice?.quantity === undefined ? undefined : Number(choice.quantity);
  const product = choice?.key === LEFT_OUT ? undefined : (chosen ?? matched.product);
  const quantity = typed ?? matched.quantity;
  const counts = quantity !== undefined && Number.isSafeInteger(quantity) && quantity >= 1 && quantity <= MOST_UNITS;
  return { text: line.text, matched, product, quantity: counts ? quantity : undefined };
}

/** Every wanted line beside the product that it stands for here, to be put right before anything is added. */
export function WantedTable({ view, lines }: { view: CartView; lines: readonly PastedLine[] }) {
  const [choices, setChoices] = useState<ReadonlyMap<number, Choice>>(new Map());
  if (view.filling !== undefined) return <FillReport view={view} filling={view.filling} />;
  if (view.kind !== 'order') return <p class="note unknown">{t('carts_only_order')}</p>;
  if (view.lines === undefined) return <p class="note unknown">{t('reason_fill_cart_unread')}</p>;
  const rows = lines.map((line, i) => rowOf(line, choices.get(i), view.products));
  const clear = rows.flatMap(({ product, quantity }): Wanted[] =>
    product === undefined || quantity === undefined ? [] : [{ key: product.key, product: product.product, quantity }],
  );
  const sums = sumByProduct(clear);
  const tooMany = sums.some(({ quantity }) => quantity > MOST_UNITS);
  const wanted = sums.map(({ from: _, ...one }): Wanted => one);
  const choose = (i: number, choice: Choice) => setChoices(new Map(choices).set(i, { ...choices.get(i), ...choice }));
  return (
    <>
      {view.partly && <p class="note unknown">{plural('carts_partly', view.products.length)}</p>}
      <table class="devices wanted">
        <thead>
          <tr>
            <th scope="col">{t('carts_column_wanted')}</th>
            <th scope="col">{t('carts_column_here')}</th>
            <th scope="col">{t('carts_column_quantity')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <WantedRow
              key={i}
              row={row}
              partly={view.partly}
              inCart={inCart(view, row.product)}
              choice={choices.get(i)}
              onChoose={(choice) => choose(i, choice)}
            />
          ))}
        </tbody>
      </table>
      <p role="status">
        {plural('carts_to_add', clear.length)}
        {clear.length < rows.length && ` ${plural('carts_not_added', rows.length - clear.length)}`}
      </p>
      {sums
        .filter(({ from }) => from.length > 1)
        .map(({ key, product, from, quantity }) => (
          <p key={key} class="note unknown">
            {t('carts_summed', product, from.join(' + '), quantity)}
          </p>
        ))}
      {tooMany && <p class="note no">{t('carts_too_many_units', MOST_UNITS)}</p>}
      <div class="buttons start">
        <button
          type="button"
          class="main"
          disabled={wanted.length === 0 || tooMany}
          onClick={onlyByPerson(() => view.onFill(wanted))}
        >
          {plural('carts_add', wanted.length)}
        </button>
      </div>
    </>
  );
}

/** So many of it are in the cart by now; what is added comes on top. */
const inCart = ({ lines = [] }: CartView, product: PageProduct | undefined): number =>
  lines
    .filter((line) => product !== undefined && nameKey(line.product) === nameKey(product.product))
    .reduce((sum, { quantity }) => sum + quantity, 0);

interface RowProps {
  readonly row: Row;
  readonly partly: boolean;
  readonly inCart: number;
  readonly choice: Choice | undefined;
  onChoose(choice: Choice): void;
}

function WantedRow({ row: { text, matched, product, quantity }, partly, inCart: there, choice, onChoose }: RowProps) {
  return (
    <tr class={product === undefined || quantity === undefined ? 'open' : ''}>
      <td dir="auto">{text}</td>
      <td>
        {matched.state === 'fits' ? (
          <span dir="auto">{product?.product}</span>
        ) : matched.state === 'missing' ? (
          <span class="alert">{t(partly ? 'carts_missing_partly' : 'carts_missing')}</span>
        ) : (
          <select
            aria-label={t('carts_choose', text)}
            value={choice?.key ?? product?.key ?? ''}
            onChange={(event) => onChoose({ key: event.currentTarget.value })}
          >
            {product === undefined && choice?.key !== LEFT_OUT && <option value="">{t('transfer_choose')}</option>}
            {matched.candidates.map((candidate) => (
              <option key={candidate.key} value={candidate.key}>
                {candidate.sku === undefined ? candidate.product : t('carts_named', candidate.product, candidate.sku)}
              </option>
            ))}
            <option value={LEFT_OUT}>{t('carts_leave_out')}</option>
          </select>
        )}
      </td>
      <td>
        {matched.state !== 'missing' && (
          <input
            type="number"
            min="1"
            max={MOST_UNITS}
            aria-label={t('carts_quantity_of', text)}
            aria-invalid={quantity === undefined}
            value={choice?.quantity ?? matched.quantity ?? ''}
            onInput={(event) => onChoose({ quantity: event.currentTarget.value })}
          />
        )}
        {there > 0 && <span class="muted"> {t('carts_in_cart', there)}</span>}
      </td>
    </tr>
  );
}
