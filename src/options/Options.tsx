import type { JSX } from 'preact';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { t } from '../platform/i18n.ts';
import { DataSection } from './data/DataSection.tsx';
import { DiscountsSection } from './discounts/DiscountsSection.tsx';
import { StatedDiscounts } from './discounts/StatedDiscounts.tsx';
import { LogSection } from './LogSection.tsx';
import { ListsSection } from './lists/ListsSection.tsx';
import { StateWordsSection } from './orders/StateWordsSection.tsx';
import { PortalsSection } from './PortalsSection.tsx';
import { PriceListSection } from './price-list/PriceListSection.tsx';
import { ProfilesSection } from './profiles/ProfilesSection.tsx';
import { SettingsSection } from './SettingsSection.tsx';

export function Options(): JSX.Element {
  // Counts what came in from a file or was deleted: the other parts then show what there is now.
  const [changes, setChanges] = useState(0);
  return (
    <>
      <header>
        <img src="/icons/icon.svg" alt="" width="24" height="24" />
        <h1>{t('extension_name')}</h1>
        <span class="soft">{t('options_version', browser.runtime.getManifest().version)}</span>
      </header>
      <main>
        <section aria-labelledby="about-title">
          <h2 id="about-title">{t('options_about')}</h2>
          <p data-testid="independence">{t('independence')}</p>
          <p class="soft">{t('options_data')}</p>
        </section>
        <Fragment key={changes}>
          <PriceListSection />
          <StatedDiscounts />
          <DiscountsSection />
          <ProfilesSection />
          <StateWordsSection />
          <SettingsSection />
          <PortalsSection />
          <ListsSection />
        </Fragment>
        <DataSection onChanged={() => setChanges((count) => count + 1)} />
        <LogSection key={`log ${changes}`} />
      </main>
    </>
  );
}
