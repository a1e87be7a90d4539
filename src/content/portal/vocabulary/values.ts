import type { Contract, Duration, Term } from '../../../core/facts.ts';
import type { InvoiceState } from '../../../core/records/invoice.ts';
import { indexLabels } from './label.ts';
import { withTaught } from './taught.ts';

export { parseOrderState } from '../../../core/orders/states.ts';

/** How a subscription's length or an order's Duration is printed. Words: en | de | es | fr | it | nl. */
const termWords = indexLabels<Term>({
  P1M: '1 month|One month|Monthly|Month|1 Monat|Ein Monat|Monatlich|Monat|1 mes|Un mes|Mensual|Mes|1 mois|Un mois|Mensuel|Mensuelle|Mois|1 mese|Un mese|Mensile|Mese|1 maand|Één maand|Een maand|Maandelijks|Maand|1 mo|1M',
  P1Y: '1 year|One year|Yearly|Annual|Annually|Year|12 months|1 Jahr|Ein Jahr|Jährlich|Jahr|12 Monate|1 año|Un año|Anual|Año|12 meses|1 an|Un an|Annuel|Annuelle|An|12 mois|1 anno|Un anno|Annuale|Anno|12 mesi|1 jaar|Één jaar|Een jaar|Jaarlijks|Jaar|12 maanden|1 yr|1Y',
  P5Y: '5 years|Five years|5-year|5 year|60 months|5 Jahre|Fünf Jahre|60 Monate|5 años|Cinco años|60 meses|5 ans|Cinq ans|60 mois|5 anni|Cinque anni|60 mesi|5 jaar|Vijf jaar|60 maanden|5 yrs|5Y',
  lifetime:
    'LifeTime|Life time|Lifetime licence|Lifetime license|Perpetual|Unlimited|Lebenslang|Unbefristet|Lebenszeit|Dauerlizenz|De por vida|Vitalicia|Vitalicio|Perpetua|Ilimitada|À vie|Perpétuel|Perpétuelle|Illimité|A vita|Perpetuo|Perpetua|Illimitato|Levenslang|Onbeperkt|Voor het leven',
});

/** The term a text prints, or `undefined` where it is none. */
export function parseTerm(text: string): Term | undefined {
  const found = termWords(text);
  return found.length === 1 ? found[0] : undefined;
}

/** A term that can be ordered (R1), or `undefined`. */
export function parseDuration(text: string): Duration | undefined {
  const term = parseTerm(text);
  return term === 'lifetime' ? undefined : term;
}

const ownContractWords = indexLabels<Exclude<Contract, 'unknown'>>({
  capex:
    'CAPEX|Cap-Ex|Purchased|Purchase|Bought|Owned|Sold|Gekauft|Kauf|Eigentum|Comprado|Compra|Propiedad|Acheté|Achat|Propriété|Acquistato|Acquisto|Proprietà|Gekocht|Aangekocht|Koop|Eigendom',
  hwaas: 'HWaaS|HW as a Service|Hardware as a Service|HaaS|OPEX HWaaS|HWaaS (OPEX)|HWaaS active|HWaaS aktiv',
  rental:
    'Rental|Hardware Rental|Rent|Rented|Miete|Gemietet|Hardware-Miete|Mietgerät|Alquiler|Alquilado|Location|Loué|En location|Noleggio|A noleggio|Noleggiato|Huur|Gehuurd|Verhuur',
});

const contractWords = withTaught('values', ownContractWords);

const contractIn = (text: string): Contract => {
  const found = contractWords(text);
  return found.length === 1 && found[0] !== undefined ? found[0] : 'unknown';
};

/** `HWaaS (36 months)`, `CAPEX – purchased`, `Rental, 1 year`. A hyphen without spaces may be a part of the word. */
const REMARKED = /^(.*?\p{L})(?:\s*[([–—,·|:;/]|\s-\s)\s*(.+?)[)\]\s]*$/u;
/** A length of time or a day: what is bought stays bought. */
const OF_TIME = /^(\d+ \p{L}+|[\d\s./-]+)$/u;

/**
 * How a device is provided; anything else, an empty cell too, is `unknown`, and so is CAPEX with a remark that may speak of a change
 * ("CAPEX (conversion requested)").
 */
export function parseContract(text: string): Contract {
  const [, head = '', remark = ''] = REMARKED.exec(text) ?? [];
  const named = contractIn(head);
  if (named === 'unknown' || remark === '') return contractIn(text);
  const beside = contractIn(remark);
  if (beside !== 'unknown') return beside === named ? named : 'unknown';
  return named !== 'capex' || OF_TIME.test(remark) || parseTerm(remark) !== undefined ? named : 'unknown';
}

/** Words of invoices. "Open" is what is to be paid and not late; a word that says neither is `unknown`. */
const invoiceWords = indexLabels<Exclude<InvoiceState, 'unknown'>>({
  open: 'Open|Due|Unpaid|Outstanding|Not paid|Not due|Payable|To be paid|Offen|Unbezahlt|Fällig|Noch nicht fällig|Nicht fällig|Nicht bezahlt|Zu zahlen|Abierta|Abierto|Pendiente|Por pagar|Impagada|No vencida|Sin pagar|Pendiente de pago|Ouverte|Ouvert|À payer|Impayée|Non payée|Non échue|En attente de paiement|Due|Aperta|Aperto|Da pagare|Non pagata|Non scaduta|In attesa di pagamento|Openstaand|Onbetaald|Te betalen|Niet betaald|Nog niet vervallen',
  overdue:
    'Overdue|Past due|Late|In arrears|Überfällig|Im Verzug|Verspätet|Vencida|Vencido|Atrasada|En mora|En retard|Échue|Échu|Arriérée|Scaduta|Scaduto|In ritardo|Insoluta|Achterstallig|Vervallen|Te laat|Over tijd',
  paid: 'Paid|Settled|Cleared|Closed|Paid in full|Bezahlt|Beglichen|Ausgeglichen|Erledigt|Pagada|Pagado|Liquidada|Abonada|Payée|Payé|Réglée|Soldée|Acquittée|Pagata|Pagato|Saldata|Saldato|Quietanzata|Betaald|Voldaan|Vereffend',
});

/** What an invoice's printed status is taken to mean; `unknown` for a word that is not in the vocabulary. */
export function parseInvoiceState(text: string): InvoiceState {
  // `Overdue 28 days`
  const found = invoiceWords(text.replace(/\s*[(–-]?\s*\d+ \p{L}+\)?$/u, ''));
  return found.length === 1 && found[0] !== undefined ? found[0] : 'unknown';
}
