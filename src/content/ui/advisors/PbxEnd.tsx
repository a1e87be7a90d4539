import type { PbxFacts } from '../../../core/facts.ts';
import { dateText, t } from '../../../platform/i18n.ts';

/** What is remembered of one end of a transfer. */
export function PbxEnd({ pbx }: { pbx: PbxFacts | undefined }) {
  if (pbx === undefined) return null;
  const term = pbx.term === undefined ? t('transfer_not_known') : t(`term_${pbx.term}`);
  const end = pbx.expiration === undefined ? t('transfer_not_known') : dateText(pbx.expiration);
  return (
    <li>
      {pbx.term === 'lifetime' ? t('transfer_end_lifetime', pbx.name, term) : t('transfer_end', pbx.name, term, end)}
    </li>
  );
}
