import { useEffect, useState } from 'preact/hooks';
import { cartFile, type NamedCart, readCartFile } from '../../../core/cart-file.ts';
import type { Reason } from '../../../core/outcome.ts';
import type { SavedCartRecord } from '../../../core/records/saved-cart.ts';
import { numberText, plural, reasonText, t } from '../../../platform/i18n.ts';
import { saveFile } from '../../../platform/save-file.ts';
import { failureOf } from '../../../platform/use-answer.ts';
import { askCarts } from '../../ask-carts.ts';
import { CartItem } from './CartItem.tsx';
import { FileButton } from './FileButton.tsx';
import { SaveCart } from './SaveCart.tsx';
import type { CartView } from './view.ts';
import { WantedTable } from './WantedTable.tsx';

type Carts = Awaited<ReturnType<typeof askCarts<'savedCarts.list'>>>;

const named = ({ id, name, lines }: NamedCart): NamedCart => ({ id, name, lines });

/** A saved line by its SKU and by its name: both must mean the same product here. */
const asWanted = (cart: SavedCartRecord) =>
  cart.lines.map(({ product, sku, quantity }) => ({
    text: t('carts_line', numberText(quantity), sku === undefined ? product : t('carts_named', product, sku)),
    readings: [...(sku === undefined ? [] : [{ name: sku, quantity }]), { name: product, quantity }],
  }));

export function SavedCarts({ view }: { view: CartView }) {
  const [carts, setCarts] = useState<Carts>();
  const [failure, setFailure] = useState<Reason>();
  const [deleted, setDeleted] = useState<NamedCart>();
  const [chosen, setChosen] = useState<string>();
  const put = chosen === undefined ? undefined : carts?.carts.find(({ id }) => id === chosen);

  async function attempt(work: () => Promise<Carts>): Promise<boolean> {
    try {
      setCarts(await work());
      setFailure(undefined);
      return true;
    } catch (error) {
      setFailure(failureOf(error));
      return false;
    }
  }
  useEffect(() => void attempt(() => askCarts('savedCarts.list', {})), []);

  const save = (some: readonly NamedCart[], imported = false) =>
    attempt(() => askCarts('savedCarts.save', { carts: [...some], imported }));
  const remove = async (cart: SavedCartRecord) => {
    if (await attempt(() => askCarts('savedCarts.remove', { id: cart.id }))) setDeleted(named(cart));
  };
  const take = async (file: File) => {
    const read = readCartFile(await file.text());
    if ('refused' in read) setFailure(read.refused);
    else await save(read.carts, true);
  };

  return (
    <>
      {failure !== undefined && (
        <p class="note no" role="alert">
          {reasonText(failure)}
        </p>
      )}
      <SaveCart view={view} onSave={(name, lines) => save([{ id: crypto.randomUUID(), name, lines: [...lines] }])} />
      {carts !== undefined && carts.unreadable > 0 && (
        <p class="note no">{plural('carts_unreadable', carts.unreadable)}</p>
      )}
      {deleted !== undefined && (
        <p class="note unknown" role="status">
          {t('carts_deleted', deleted.name)}{' '}
          <button type="button" onClick={() => void save([deleted]).then((back) => back && setDeleted(undefined))}>
            {t('carts_undo')}
          </button>
        </p>
      )}
      {put !== undefined && (
        <div class="chosen">
          <p class="sum">{t('carts_putting', put.name)}</p>
          <WantedTable key={put.id} view={view} lines={asWanted(put)} />
        </div>
      )}
      {carts?.carts.length === 0 && <p class="muted">{t('carts_none')}</p>}
      <ul class="shortcuts">
        {carts?.carts.map((cart) => (
          <CartItem
            key={cart.id}
            cart={cart}
            busy={view.filling?.running === true}
            onPut={() => setChosen(cart.id === chosen ? undefined : cart.id)}
            onRename={(name) => attempt(() => askCarts('savedCarts.rename', { id: cart.id, name }))}
            onShare={() =>
              saveFile(`${fileName(cart.name)}.json`, new Blob([cartFile([named(cart)])], { type: 'application/json' }))
            }
            onRemove={() => void remove(cart)}
          />
        ))}
      </ul>
      <FileButton onFile={(file) => void take(file)} />
    </>
  );
}

/** A cart's name as part of a file's. */
const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 60) || 'cart';
