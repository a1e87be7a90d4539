import { useState } from 'preact/hooks';
import type { SavedCartRecord } from '../../../core/records/saved-cart.ts';
import { agoText, numberText, plural, t } from '../../../platform/i18n.ts';

interface Props {
  readonly cart: SavedCartRecord;
  readonly busy: boolean;
  onPut(): void;
  onRename(name: string): Promise<boolean>;
  onShare(): void;
  onRemove(): void;
}

/** One saved cart, and what can be done with it. */
export function CartItem({ cart, busy, onPut, onRename, onShare, onRemove }: Props) {
  const [name, setName] = useState<string>();
  const units = cart.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const label = (key: string) => t('carts_of', t(key), cart.name);
  return (
    <li>
      {name === undefined ? (
        <span class="name" dir="auto">
          {cart.name}{' '}
          <span class="muted">
            {plural('carts_products', cart.lines.length, numberText(units))} · {agoText(cart.savedAt)}
          </span>
        </span>
      ) : (
        <form
          class="name"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') void onRename(name.trim()).then((done) => done && setName(undefined));
          }}
        >
          <input
            type="text"
            maxLength={120}
            aria-label={label('carts_new_name')}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />{' '}
          <button type="submit" aria-label={label('carts_rename_save')} disabled={name.trim() === ''}>
            {t('carts_rename_save')}
          </button>
        </form>
      )}
      <span class="buttons">
        <button type="button" disabled={busy} aria-label={label('carts_put')} onClick={onPut}>
          {t('carts_put')}
        </button>
        <button
          type="button"
          aria-label={label('carts_rename')}
          onClick={() => setName(name === undefined ? cart.name : undefined)}
        >
          {t('carts_rename')}
        </button>
        <button type="button" aria-label={label('carts_share')} onClick={onShare}>
          {t('carts_share')}
        </button>
        <button type="button" disabled={busy} aria-label={label('carts_delete')} onClick={onRemove}>
          {t('carts_delete')}
        </button>
      </span>
    </li>
  );
}
