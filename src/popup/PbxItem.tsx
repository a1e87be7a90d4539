import type { JSX } from 'preact';
import type { PbxRecord } from '../core/records/pbx.ts';
import { dateText, instantText, t } from '../platform/i18n.ts';

interface Props {
  readonly pbx: PbxRecord;
  readonly contradictory: boolean;
  /** "seen 3 days ago on PBXes". */
  readonly seen: string;
}

/** One remembered PBX. What no page showed is said to be so, and not filled in. */
export function PbxItem({ pbx: { name, term, expiration, seen: sight }, contradictory, seen }: Props): JSX.Element {
  const length = term === undefined ? t('popup_not_shown') : t(`term_${term}`);
  return (
    <li data-testid="pbx">
      <div class="pair">
        <bdi class="name">{name}</bdi>
        <span>{expiration === undefined ? length : t('popup_pbx_until', length, dateText(expiration))}</span>
      </div>
      {contradictory && <p class="state attention">{t('popup_pbx_contradictory')}</p>}
      <p class="facts soft">
        <span title={instantText(sight.at)}>{seen}</span>
      </p>
    </li>
  );
}
