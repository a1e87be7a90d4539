import { dateText, numberText, t } from '../platform/i18n.ts';
import type { OrderKnowledge } from './order-desk.ts';

/** Mail programs take links of about this length; a longer draft is copied instead. */
const MOST_IN_LINK = 1800;

/** The e-mail with which the signed agreement goes to the Area manager (R6). Nothing is sent by the Companion. */
export function agreementMail(
  { form, areaManagerMail = '' }: Pick<OrderKnowledge, 'form' | 'areaManagerMail'>,
  signed: string,
  attachment: string,
): { readonly subject: string; readonly body: string; readonly link: string } {
  const customer = form.customer?.name ?? '';
  const subject = t('agreement_mail_subject', customer);
  const lines = (form.cart ?? []).map((line) => t('agreement_mail_line', numberText(line.quantity ?? 0), line.product));
  const body = [
    t('agreement_mail_opening', customer),
    '',
    ...(signed === '' ? [] : [t('agreement_mail_signed', dateText(signed))]),
    ...(form.pbx === undefined ? [] : [t('agreement_mail_pbx', form.pbx)]),
    ...(form.duration === undefined ? [] : [t('agreement_mail_duration', t(`term_${form.duration}`))]),
    ...lines,
    ...(attachment.trim() === '' ? [] : ['', t('agreement_mail_attached', attachment.trim())]),
    '',
    t('agreement_mail_closing'),
  ].join('\n');
  // A recipient may hold what ends it: "?" and "&", also as another mail program reads them. The "@" stays for those that decode nothing.
  const to = encodeURIComponent(areaManagerMail).replace('%40', '@');
  const link = (text: string) => `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  return { subject, body, link: link(body).length <= MOST_IN_LINK ? link(body) : link(t('agreement_mail_pasted')) };
}
