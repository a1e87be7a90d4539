import type { Response } from '../../core/messages/contract.ts';
import { notice } from '../../core/notices.ts';
import { dateText, numberText, reasonText, seenText, t } from '../../platform/i18n.ts';
import { MessageError } from '../../platform/send.ts';
import type { OrderMemory } from '../order-memory.ts';
import type { OrderForm } from '../portal/order-form.ts';
import { overdueWords } from './overdue.tsx';

type OrderAdvice = Response<'order.advise'>;

interface Props {
  readonly form: OrderForm;
  readonly advice?: OrderAdvice;
  readonly memory?: OrderMemory | undefined;
  readonly failure?: unknown;
}

/** The order at a glance: PBX, its term and expiration, whether the Duration fits. */
export function OrderPanel({ form, advice, memory, failure }: Props) {
  return (
    <section class="panel" aria-label={t('order_panel_title')}>
      <div class="head">
        <h2>{t('order_panel_title')}</h2>
        <span class="brand">{t('extension_name')}</span>
      </div>
      {advice === undefined ? (
        <p class="note no">{reasonText(failure instanceof MessageError ? failure.reason : notice('no-answer'))}</p>
      ) : (
        <>
          <dl class="facts">
            <dt>{t('label_pbx')}</dt>
            <dd dir="auto">{form.pbx ?? t('order_pbx_not_named')}</dd>
            {advice.term !== undefined && (
              <>
                <dt>{t('label_term')}</dt>
                <dd>{t(`term_${advice.term}`)}</dd>
              </>
            )}
            {advice.expiration !== undefined && (
              <>
                <dt>{t('label_expiration')}</dt>
                <dd>{dateText(advice.expiration)}</dd>
              </>
            )}
            {advice.seen !== undefined && (
              <>
                <dt>{t('label_as_of')}</dt>
                <dd>{seenText(advice.seen.at, advice.ageDays ?? 0, 'pbxes')}</dd>
              </>
            )}
          </dl>
          <Duration form={form} advice={advice} />
          {memory !== undefined && <Remembered memory={memory} />}
        </>
      )}
    </section>
  );
}

/** What other pages showed: stock where this page prints none, and overdue invoices where they touch ordering. */
function Remembered({ memory: { stocks, overdue, invoicesSeen } }: { memory: OrderMemory }) {
  const late = overdue !== undefined && overdue.daysOverdue > 0 && overdue.ordering.reasons.length > 0;
  return (
    <>
      {late && invoicesSeen !== undefined && (
        <div role="status" class={`note ${overdue.ordering.verdict === 'no' ? 'no' : 'unknown'}`}>
          {overdueWords(overdue).map((words) => (
            <p key={words}>{words}</p>
          ))}
          <p>{seenText(invoicesSeen.at, invoicesSeen.ageDays, 'account-balance')}</p>
        </div>
      )}
      {stocks.map(({ key, record, ageDays }) => (
        <p key={key} class="muted">
          {t('stock_remembered', record.product, numberText(record.stock), seenText(record.seen.at, ageDays, 'order'))}
        </p>
      ))}
    </>
  );
}

function Duration({ form, advice }: { form: OrderForm; advice: OrderAdvice }) {
  const { verdict, reasons } = advice.judgement;
  const fitting = advice.fitting === undefined ? undefined : t(`term_${advice.fitting}`);
  return (
    <div role="status" class={`note ${verdict}`}>
      {verdict === 'yes' && <p>{t('duration_fits', form.durationText ?? fitting ?? '')}</p>}
      {fitting !== undefined && verdict !== 'yes' && <p>{t('duration_fitting', fitting)}</p>}
      {reasons.map((reason) => (
        <p key={reason.code}>{reasonText(reason)}</p>
      ))}
    </div>
  );
}
