import type { OrderRecord } from '../../core/records/order.ts';
import { t } from '../../platform/i18n.ts';

type Told = Pick<OrderRecord, 'state' | 'evidence' | 'statusText'>;

/** The state in words. An order whose checkout got no answer says so: it may or may not have been placed. */
export function stateText({ state, evidence, statusText }: Told): string {
  if (evidence === 'refused' || evidence === 'abandoned') return t(`order_state_${evidence}`);
  if (state === 'unknown' && evidence === 'asked') return t('order_state_asked');
  if (state === 'unknown' && statusText !== undefined) return t('order_state_word');
  return t(`order_state_${state.replaceAll('-', '_')}`);
}
