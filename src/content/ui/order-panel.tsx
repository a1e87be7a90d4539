import type { Response } from '../../core/messages/contract.ts';
import { notice } from '../../core/notices.ts';
import { agoText, dateText, reasonText, t } from '../../platform/i18n.ts';
import { MessageError } from '../../platform/send.ts';
import type { OrderForm } from '../portal/order-form.ts';

type OrderAdvice = Response<'order.advise'>;

interface Props {
  readonly form: OrderForm;
  readonly advice?: OrderAdvice;
  readonly failure?: unknown;
}

/** The order at a glance: PBX, its term and expiration, whether the Duration fits. */
export function OrderPanel({ form, advice, failure }: Props) {
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
                <dd>{agoText(advice.seen.at)}</dd>
              </>
            )}
          </dl>
          <Duration form={form} advice={advice} />
        </>
      )}
    </section>
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
