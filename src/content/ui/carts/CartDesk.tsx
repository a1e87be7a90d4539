import { useState } from 'preact/hooks';
import { t } from '../../../platform/i18n.ts';
import { PasteList } from './PasteList.tsx';
import { QuotePart } from './QuotePart.tsx';
import { SavedCarts } from './SavedCarts.tsx';
import type { CartView } from './view.ts';

const PARTS = { saved: SavedCarts, paste: PasteList, quote: QuotePart } as const;
type Part = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Part[];

/** One line until it is opened. */
export function CartDesk({ view }: { view: CartView }) {
  const [open, setOpen] = useState(false);
  const [part, setPart] = useState<Part>('saved');
  const Shown = PARTS[part];
  return (
    <details class="advisors" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="brand">{t('extension_name')}</span> {t('carts_title')}
        <span class="muted hint">{t('carts_hint')}</span>
      </summary>
      {open && (
        <div class="inside">
          <fieldset class="choices">
            <legend class="unseen">{t('carts_title')}</legend>
            {NAMES.map((name) => (
              <button key={name} type="button" aria-pressed={name === part} onClick={() => setPart(name)}>
                {t(`carts_${name}`)}
              </button>
            ))}
          </fieldset>
          <Shown view={view} />
        </div>
      )}
    </details>
  );
}
