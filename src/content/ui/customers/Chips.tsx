import type { Glance } from '../../../core/messages/glance-contract.ts';
import { dateText, numberText, plural, reasonText, t } from '../../../platform/i18n.ts';

interface Chip {
  readonly tone: 'yes' | 'no' | 'unknown' | 'done';
  readonly text: string;
  readonly words?: string;
}

/** So near, an expiration is worth a colour. */
const SOON_DAYS = 30;

export function chipsOf({ unclear, openOrders, unconfirmed, agreement, pbxes, next }: Glance): Chip[] {
  if (unclear) return [{ tone: 'unknown', text: t('glance_unclear') }];
  const chips: Chip[] = [];
  if (openOrders) chips.push({ tone: 'unknown', text: plural('glance_orders', openOrders) });
  if (unconfirmed) chips.push({ tone: 'no', text: plural('glance_unconfirmed', unconfirmed) });
  if (agreement) {
    const words = agreement.reasons.map(reasonText).join(' ');
    if (agreement.verdict === 'yes' && agreement.sent !== undefined)
      chips.push({ tone: 'yes', text: t('glance_agreement_sent', dateText(agreement.sent)) });
    else if (agreement.signed === undefined && agreement.sent === undefined)
      chips.push({ tone: 'done', text: t('glance_agreement_none'), words });
    else chips.push({ tone: 'no', text: t('glance_agreement_open'), words });
  }
  if (pbxes === undefined || pbxes.known === 0) chips.push({ tone: 'done', text: t('glance_no_pbxes') });
  if (pbxes?.expired) chips.push({ tone: 'no', text: plural('glance_expired', pbxes.expired) });
  if (next) {
    const text = t('glance_next', dateText(next.expiration), numberText(next.days));
    const words = `${next.pbx}${pbxes?.all === true ? '' : `. ${t('glance_some_pbxes')}`}`;
    chips.push({ tone: next.days <= SOON_DAYS ? 'unknown' : 'done', text, words });
  }
  return chips;
}

export function Chips({ glance }: { glance: Glance }) {
  return (
    <span class="chips">
      {chipsOf(glance).map(({ tone, text, words }) => (
        <span key={text} class={`badge note ${tone}`} title={words}>
          {text}
          {words !== undefined && <span class="unseen">. {words}</span>}
        </span>
      ))}
    </span>
  );
}
