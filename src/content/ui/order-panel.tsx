import { useState } from 'preact/hooks';
import { notice } from '../../core/notices.ts';
import { dateText, plural, reasonText, seenText, t } from '../../platform/i18n.ts';
import { MessageError } from '../../platform/send.ts';
import type { OrderCheck } from '../order-checks.ts';
import type { OrderKnowledge } from '../order-desk.ts';
import type { Choosing } from '../portal/choose.ts';
import { onlyByPerson } from './consent.ts';
import { type AgreementNote, OrderChecklist } from './order-checklist.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderPrice } from './order-price.tsx';
import { overdueWords } from './overdue.tsx';

/** How far setting the Duration has got. */
export type Setting = 'idle' | 'setting' | Choosing;

export interface OrderPanelProps {
  readonly known: OrderKnowledge;
  readonly checks: readonly OrderCheck[];
  readonly setting: Setting;
  onSetDuration(): void;
  onUnderstood(): void;
  onNoteAgreement(note: AgreementNote): Promise<void>;
}

/** Kept over the pages of one document: who folded it wants it folded on the next one too. */
let folded = false;

/** The order at a glance: PBX and Duration, what it costs, what its lines mean, and what to look at before Checkout. */
export function OrderPanel(props: OrderPanelProps) {
  const { known } = props;
  const [closed, setClosed] = useState(folded);
  const fold = () => {
    folded = !closed;
    setClosed(folded);
  };
  const { advice, failure } = known;
  return (
    <section class="panel order" aria-label={t('order_panel_title')}>
      <div class="head">
        <h2>{t('order_panel_title')}</h2>
        <span class="brand">{t('extension_name')}</span>
        <button type="button" class="fold" aria-expanded={!closed} onClick={fold}>
          {t(closed ? 'order_unfold' : 'order_fold')}
        </button>
      </div>
      <Unwatched known={known} />
      {advice === undefined ? (
        <p class="note no">{reasonText(failure instanceof MessageError ? failure.reason : notice('no-answer'))}</p>
      ) : closed ? (
        // What is wrong with the Duration is not folded away.
        advice.judgement.verdict === 'no' && <Duration {...props} advice={advice} />
      ) : (
        <>
          <Subscription known={known} advice={advice} />
          <Duration {...props} advice={advice} />
          <Overdue known={known} />
          <OrderPrice known={known} />
          <OrderLines known={known} />
          <OrderChecklist {...props} />
        </>
      )}
    </section>
  );
}

/** What is not watched is said first, and not folded away: who relies on it must know. */
function Unwatched({ known: { doubt, checkoutSeen } }: { known: OrderKnowledge }) {
  if (doubt === undefined && checkoutSeen !== false) return null;
  return (
    <div role="status" class="note no">
      {doubt !== undefined && (
        <p>
          {t('checkout_unwatched')} {t(`cart_doubt_${doubt.replaceAll('-', '_')}`)}
        </p>
      )}
      {checkoutSeen === false && <p>{t('checkout_unseen')}</p>}
    </div>
  );
}

type Advice = NonNullable<OrderKnowledge['advice']>;

function Subscription({ known: { form }, advice }: { known: OrderKnowledge; advice: Advice }) {
  const { term, expiration, daysLeft, seen, ageDays } = advice;
  return (
    <dl class="facts">
      <div>
        <dt>{t('label_pbx')}</dt>
        <dd>
          <bdi>{form.pbx ?? t('order_pbx_not_named')}</bdi>
        </dd>
      </div>
      {term !== undefined && (
        <div>
          <dt>{t('label_term')}</dt>
          <dd>{t(`term_${term}`)}</dd>
        </div>
      )}
      {expiration !== undefined && (
        <div>
          <dt>{t('label_expiration')}</dt>
          <dd>
            {dateText(expiration)}
            {daysLeft !== undefined && daysLeft >= 0 && ` (${plural('order_days_left', daysLeft)})`}
          </dd>
        </div>
      )}
      {seen !== undefined && (
        <div>
          <dt>{t('label_as_of')}</dt>
          <dd>{seenText(seen.at, ageDays ?? 0, 'pbxes')}</dd>
        </div>
      )}
    </dl>
  );
}

function Duration({
  known: { form },
  advice: { judgement, fitting: fittingTerm },
  setting,
  onSetDuration,
}: OrderPanelProps & { advice: Advice }) {
  const { verdict, reasons } = judgement;
  const fitting = fittingTerm === undefined ? undefined : t(`term_${fittingTerm}`);
  const canSet = form.durationSettable && fittingTerm !== undefined && form.duration !== fittingTerm;
  const failed = setting !== 'idle' && setting !== 'setting' && setting !== 'taken';
  return (
    <div role="status" class={`note ${verdict}`}>
      {verdict === 'yes' && <p>{t('duration_fits', form.durationText ?? fitting ?? '')}</p>}
      {fitting !== undefined && verdict !== 'yes' && <p>{t('duration_fitting', fitting)}</p>}
      {reasons.map((reason) => (
        <p key={reason.code}>{reasonText(reason)}</p>
      ))}
      {failed && canSet && <p class="alert">{t(`duration_set_${setting.replaceAll('-', '_')}`)}</p>}
      {canSet && fitting !== undefined && (
        <button type="button" disabled={setting === 'setting'} onClick={onlyByPerson(onSetDuration)}>
          {t('button_set_duration', fitting)}
        </button>
      )}
    </div>
  );
}

/** Overdue invoices where they touch ordering (R7). */
function Overdue({ known: { memory } }: { known: OrderKnowledge }) {
  const { overdue, invoicesSeen } = memory ?? {};
  if (overdue === undefined || invoicesSeen === undefined) return null;
  if (overdue.daysOverdue === 0 || overdue.ordering.reasons.length === 0) return null;
  return (
    <div role="status" class={`note ${overdue.ordering.verdict === 'no' ? 'no' : 'unknown'}`}>
      {overdueWords(overdue).map((words) => (
        <p key={words}>{words}</p>
      ))}
      <p>{seenText(invoicesSeen.at, invoicesSeen.ageDays, 'account-balance')}</p>
    </div>
  );
}
