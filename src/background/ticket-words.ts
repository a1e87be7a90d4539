import type { TicketWords } from '../core/rules/transfer-ticket.ts';
import { dateText, t } from '../platform/i18n.ts';

/** The ticket's words in the browser's language; the facts' slots stand where a message has its placeholders. */
export const ticketWords = (): TicketWords => ({
  subject: t('ticket_subject', '{count}', '{from}', '{to}'),
  opening: t('ticket_opening'),
  fromHeading: t('ticket_from'),
  toHeading: t('ticket_to'),
  pbx: t('ticket_pbx', '{pbx}', '{customer}', '{term}', '{expiration}'),
  devicesHeading: t('ticket_devices'),
  device: t('ticket_device', '{model}', '{serial}', '{mac}'),
  reasonsHeading: t('ticket_reasons'),
  closing: t('ticket_closing'),
  notKnown: t('ticket_not_known'),
  terms: { P1M: t('term_P1M'), P1Y: t('term_P1Y'), P5Y: t('term_P5Y'), lifetime: t('term_lifetime') },
  date: dateText,
});
