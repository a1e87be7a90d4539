import type { CareWords } from '../core/care-text.ts';
import { t, zonedText } from './i18n.ts';

/** The words of `careText` in the browser's language; the facts' slots stand where a message has its placeholders. */
export const careWords = (): CareWords => ({
  subject: t('care_subject', '{count}', '{customer}'),
  opening: t('care_opening'),
  customer: t('care_customer', '{customer}'),
  pbx: t('care_pbx', '{pbx}'),
  device: t('care_device', '{model}', '{serial}', '{mac}', '{agreed}', '{looked}'),
  unanswered: t('care_unanswered', '{model}', '{serial}', '{mac}', '{agreed}', '{looked}'),
  closing: t('care_closing'),
  notKnown: t('care_not_known'),
  instant: zonedText,
});
