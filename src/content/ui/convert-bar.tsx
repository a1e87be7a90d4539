import { nameKey as pbxKey } from '../../core/customer.ts';
import { plural, reasonText, seenText, t } from '../../platform/i18n.ts';
import type { JudgedDevices } from '../judged-devices.ts';
import { onlyByPerson } from './consent.ts';

interface Props {
  readonly judged: JudgedDevices;
  readonly running: boolean;
  onReview(): void;
}

/** What stands above the list: the one button, or why there is none. */
export function ConvertBar({ judged, running, onReview }: Props) {
  const verdicts = [...judged.verdicts.values()];
  const count = (verdict: string) => verdicts.filter((item) => item.verdict === verdict).length;
  const eligible = count('yes');
  const offered = judged.obstacle === undefined && eligible > 0;
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
          </span>
        )}
      </span>
      {offered && (
        <button type="button" class="main" disabled={running} onClick={onlyByPerson(onReview)}>
          {plural('convert_button', eligible)}
        </button>
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
