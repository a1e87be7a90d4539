import { numberText, plural, reasonText, t } from '../../../platform/i18n.ts';
import type { Filling } from '../../cart-fill.ts';
import type { Wanted } from '../../portal/add-product.ts';
import type { CartView } from './view.ts';

/** What came into the cart, what did not and why. */
export function FillReport({ view, filling }: { view: CartView; filling: Filling }) {
  const { added, left, stopped, running } = filling;
  return (
    <>
      <p role="status">{t('carts_progress', numberText(added.length), numberText(added.length + left.length))}</p>
      <progress max={added.length + left.length} value={added.length} aria-label={t('carts_title')} />
      {stopped !== undefined && (
        <p class="note no" role="alert">
          {reasonText(stopped)}
        </p>
      )}
      {!running && left.length === 0 && <p class="note yes">{t('carts_done')}</p>}
      {!running && left.length > 0 && (
        <>
          <p>{plural('carts_left', left.length)}</p>
          <Lines of={left} />
        </>
      )}
      {added.length > 0 && (
        <details>
          <summary>{plural('carts_added', added.length)}</summary>
          <Lines of={added} />
        </details>
      )}
      <div class="buttons start">
        <button type="button" onClick={view.onStop}>
          {t(running ? 'button_stop' : 'button_close')}
        </button>
      </div>
    </>
  );
}

const Lines = ({ of }: { of: readonly Wanted[] }) => (
  <ul>
    {of.map(({ key, product, quantity }) => (
      <li key={`${key} ${quantity}`} dir="auto">
        {t('carts_line', numberText(quantity), product)}
      </li>
    ))}
  </ul>
);
