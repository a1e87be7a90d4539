import { nameKey as pbxKey } from '../../core/customer.ts';
import type { Reason } from '../../core/outcome.ts';
import { plural, reasonText, seenText, t } from '../../platform/i18n.ts';
import type { JudgedDevices } from '../judged-devices.ts';
import { ConsentButton } from './consent-button.tsx';

interface Props {
  readonly judged: JudgedDevices;
  /** What WMP holds selected now. */
  readonly selected: ReadonlySet<string>;
  readonly running: boolean;
  /** Why the last press of a button here came to nothing. */
  readonly failure: Reason | undefined;
  onReview(choice: 'eligible' | 'selected'): void;
  onSelectAll(): void;
}

/** What stands above the list: the buttons, or why there are none. */
export function ConvertBar({ judged, selected, running, failure, onReview, onSelectAll }: Props) {
  const verdicts = [...judged.verdicts.values()];
  const count = (verdict: string) => verdicts.filter((item) => item.verdict === verdict).length;
  const eligible = count('yes');
  const offered = judged.obstacle === undefined && eligible > 0;
  const chosen = verdicts.filter(({ key, verdict }) => verdict === 'yes' && selected.has(key)).length;
  return (
    <section class="bar" aria-label={t('extension_name')}>
      <span class="brand">{t('extension_name')}</span>
      <span class="text">
        {judged.obstacle !== undefined ? (
          <span role="status">{reasonText(judged.obstacle)}</span>
        ) : (
          <span role="status">
            {plural('bar_summary', eligible)}{' '}
            <span class="muted">{t('bar_rest', count('no'), count('unknown') + judged.rowsWithoutKey)}</span>
            <PbxAge judged={judged} />
            <SeenPart judged={judged} />
            {failure !== undefined && <span class="alert"> {reasonText(failure)}</span>}
          </span>
        )}
      </span>
      {offered && (
        <span class="buttons">
          {chosen < eligible && (
            <ConsentButton disabled={running} onPress={onSelectAll}>
              {t('button_select_all')}
            </ConsentButton>
          )}
          {chosen > 0 && (
            <ConsentButton main disabled={running} onPress={() => onReview('selected')}>
              {plural('convert_selected', chosen)}
            </ConsentButton>
          )}
          <ConsentButton main={chosen === 0} disabled={running} onPress={() => onReview('eligible')}>
            {plural('convert_button', eligible)}
          </ConsentButton>
        </span>
      )}
    </section>
  );
}

/** How old the oldest is of what the verdicts rest on. */
function PbxAge({ judged }: { judged: JudgedDevices }) {
  const names = new Set([...judged.devices.values()].flatMap(({ pbx }) => pbxKey(pbx ?? judged.pbx ?? '')));
  const [oldest] = judged.pbxes
    .filter(({ name }) => names.has(pbxKey(name)))
    .toSorted((a, b) => (a.seen.at < b.seen.at ? -1 : 1));
  if (oldest === undefined) return null;
  return <span class="muted"> {t('bar_pbx_age', seenText(oldest.seen.at, oldest.ageDays, 'pbxes'))}</span>;
}

function SeenPart({ judged }: { judged: JudgedDevices }) {
  if (judged.complete) return null;
  const seen = judged.devices.size + judged.rowsWithoutKey;
  return (
    <span class="alert">
      {' '}
      {judged.total === null ? t('bar_page_only', seen) : t('reason_rows_partly_seen', seen, judged.total)}
    </span>
  );
}
