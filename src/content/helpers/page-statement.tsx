import { reasonText, t } from '../../platform/i18n.ts';
import { statementOf } from '../statement.ts';
import { placeFloating } from '../ui/host.ts';
import { createSurface } from '../ui/render.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

/** Statements that the partner has put away, until the page is loaded anew. */
const putAway = new Set<string>();
/** A page that is about to change is not worth a word. */
const SETTLED_MS = 1500;

function init(visit: Visit): void {
  const surface = createSurface('statement', visit.signal, (host) => placeFloating(host, 'bar', visit.signal));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown = '';
  visit.signal.addEventListener('abort', () => clearTimeout(timer));
  visit.onRead((page) => {
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        const statement = statementOf(page);
        const silent =
          statement.code === 'page-readable' ||
          statement.code === 'page-loading' ||
          (page.kind === 'devices' && !statement.code.startsWith('profile-')) ||
          putAway.has(statement.code);
        const words = silent ? '' : reasonText(statement);
        if (words === shown && (words === '' || surface.host.isConnected)) return;
        shown = words;
        surface.show(
          words === '' ? null : (
            <Statement
              words={words}
              onClose={() => {
                putAway.add(statement.code);
                shown = '';
                surface.show(null);
              }}
            />
          ),
        );
      },
      page.kind === 'none' ? SETTLED_MS : 0,
    );
  });
}

function Statement({ words, onClose }: { words: string; onClose(): void }) {
  return (
    <section class="bar" role="status">
      <span class="brand">{t('extension_name')}</span>
      <span class="text">{words}</span>
      <button type="button" onClick={onClose}>
        {t('button_close')}
      </button>
    </section>
  );
}

/** Says on the page why the Companion does nothing there: logged out, not recognised, a column missing. */
export const pageStatement: Helper = { id: 'page-statement', pages: 'all', init };
