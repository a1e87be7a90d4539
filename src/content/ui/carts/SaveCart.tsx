import { useState } from 'preact/hooks';
import type { CartLine } from '../../../core/records/saved-cart.ts';
import { plural, t } from '../../../platform/i18n.ts';
import type { CartView } from './view.ts';

interface Props {
  readonly view: CartView;
  onSave(name: string, lines: readonly CartLine[]): Promise<boolean>;
}

/** Gives the cart that stands on the page a name. */
export function SaveCart({ view: { lines }, onSave }: Props) {
  const [name, setName] = useState('');
  if (lines === undefined) return <p class="note unknown">{t('carts_unread')}</p>;
  if (lines.length === 0) return <p class="muted">{t('carts_empty')}</p>;
  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void onSave(name.trim(), lines).then((saved) => saved && setName(''));
      }}
    >
      <label>
        {t('carts_name')}
        <input type="text" maxLength={120} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <button type="submit" disabled={name.trim() === ''}>
        {plural('carts_save', lines.length)}
      </button>
    </form>
  );
}
