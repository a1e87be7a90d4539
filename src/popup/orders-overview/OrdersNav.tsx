import type { JSX } from 'preact';
import { t } from '../../platform/i18n.ts';

export const SHOWN = ['list', 'calendar', 'charts'] as const;
export type Shown = (typeof SHOWN)[number];

/** The views of all orders. Links, so that the browser's own Back leads from one to the other. */
export const OrdersNav = ({ shown }: { shown: Shown }): JSX.Element => (
  <nav class="views" aria-label={t('overview_views')}>
    {SHOWN.map((view) => (
      <a
        key={view}
        href={`index.html?view=orders${view === 'list' ? '' : `&show=${view}`}`}
        aria-current={view === shown ? 'page' : undefined}
      >
        {t(`overview_view_${view}`)}
      </a>
    ))}
  </nav>
);
