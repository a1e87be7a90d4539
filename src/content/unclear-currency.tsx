import { SETTINGS_KEY } from '../core/settings.ts';
import { t } from '../platform/i18n.ts';
import { ask } from '../platform/send.ts';
import { followStorage } from './follow-storage.ts';
import type { UnclearCurrency } from './portal/amounts.ts';
import { setMoneyHints } from './portal/money-hints.ts';
import type { Page } from './portal/page.ts';
import { currencyWords } from './ui/currency-words.ts';
import { placeFloating } from './ui/host.ts';
import { createSurface } from './ui/render.ts';
import type { Visit } from './visit.ts';

/** Put away once, it is not said again in this document: what is to be done does not change. */
let closed = false;

/**
 * Says where the amounts of a page are not read, since it leaves their currency open and no setting tells it. Reads it anew
 * once the setting is another one.
 */
export function sayUnclearCurrency(visit: Visit, unclearOn: (page: Page) => UnclearCurrency | undefined): void {
  const { signal } = visit;
  const surface = createSurface('unclear-currency', signal, (host) => placeFloating(host, 'bar', signal));
  visit.onRead(show);
  followStorage('sync', SETTINGS_KEY, signal, () => {
    ask('settings.get', {}).then(
      ({ settings }) => {
        setMoneyHints(settings);
        if (!signal.aborted) visit.readSoon();
      },
      () => undefined,
    );
  });

  function show(page: Page): void {
    const unclear = closed ? undefined : unclearOn(page);
    surface.show(
      unclear === undefined || unclear.fits ? null : (
        <section class="bar" aria-label={t('extension_name')}>
          <span class="brand">{t('extension_name')}</span>
          <span class="text" role="status">
            {currencyWords(unclear)}
          </span>
          <button
            type="button"
            onClick={() => {
              closed = true;
              show(page);
            }}
          >
            {t('button_close')}
          </button>
        </section>
      ),
    );
  }
}
