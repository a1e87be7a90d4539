import type { Contract, Duration, Term } from '../../../core/facts.ts';
import type { InvoiceState } from '../../../core/records/invoice.ts';
import type { OrderState } from '../../../core/records/order.ts';
import { indexLabels } from './label.ts';

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

const contractWords = indexLabels<Exclude<Contract, 'unknown'>>({
  capex:
    'CAPEX|Cap-Ex|Purchased|Purchase|Bought|Owned|Sold|Gekauft|Kauf|Eigentum|Comprado|Compra|Propiedad|Acheté|Achat|Propriété|Acquistato|Acquisto|Proprietà|Gekocht|Aangekocht|Koop|Eigendom',
  hwaas: 'HWaaS|HW as a Service|Hardware as a Service|HaaS|OPEX HWaaS|HWaaS (OPEX)|HWaaS active|HWaaS aktiv',
  rental:
    'Rental|Hardware Rental|Rent|Rented|Miete|Gemietet|Hardware-Miete|Mietgerät|Alquiler|Alquilado|Location|Loué|En location|Noleggio|A noleggio|Noleggiato|Huur|Gehuurd|Verhuur',
});

/** How a device is provided; anything else, an empty cell too, is `unknown`. */
export function parseContract(text: string): Contract {
  const found = contractWords(text);
  return found.length === 1 && found[0] !== undefined ? found[0] : 'unknown';
}

/** WMP's status words are not documented (DOMAIN.md): this maps the usual ones; the raw word is always kept beside it. */
const stateWords = indexLabels<Exclude<OrderState, 'unknown'>>({
  submitted:
    'Submitted|New|Received|Placed|Pending|Open|Ordered|Accepted|Confirmed|Übermittelt|Neu|Eingegangen|Offen|Bestellt|Angenommen|Bestätigt|Eingereicht|Aufgegeben|Enviado a tramitar|Nuevo|Recibido|Pendiente|Abierto|Aceptado|Confirmado|Registrado|Presentado|Solicitado|Tramitado|Soumise|Soumis|Nouveau|Nouvelle|Reçue|Reçu|En attente|Ouverte|Acceptée|Confirmée|Transmise|Enregistrée|Passée|Inviato|Nuovo|Ricevuto|In attesa|Aperto|Accettato|Confermato|Inoltrato|Trasmesso|Ingediend|Nieuw|Ontvangen|In afwachting|Geaccepteerd|Bevestigd|Geplaatst|Verstuurd naar Wildix',
  processing:
    'Processing|In progress|In process|Preparing|In preparation|Being prepared|In Bearbeitung|Bearbeitung|Wird bearbeitet|In Vorbereitung|Wird vorbereitet|En proceso|En curso|Procesando|En preparación|En tramitación|En tratamiento|En traitement|En cours|En cours de traitement|En préparation|In lavorazione|In corso|In elaborazione|In preparazione|In behandeling|In verwerking|In voorbereiding|Wordt verwerkt',
  backordered:
    'Backordered|Backorder|On backorder|Back order|Waiting for stock|Awaiting stock|Out of stock|Lieferrückstand|Rückstand|Im Rückstand|Nachlieferung|Warten auf Ware|Nicht auf Lager|Wartet auf Lager|Wartet auf Ware|Pedido pendiente|Pendiente de stock|Sin stock|Sin existencias|A la espera de existencias|En attente de stock|En rupture|Rupture de stock|En reliquat|In arretrato|In attesa di stock|Esaurito|In attesa di merce|In attesa di disponibilità|Nabestelling|In nabestelling|Nabesteld|Niet op voorraad|Wacht op voorraad|In backorder',
  'partly-shipped':
    'Partly shipped|Partially shipped|Partial shipment|Teilweise versendet|Teilweise versandt|Teilversand|Teillieferung|Teilgeliefert|Enviado parcialmente|Parcialmente enviado|Envío parcial|Expédiée partiellement|Partiellement expédiée|Expédition partielle|Parzialmente spedito|Spedito parzialmente|Spedizione parziale|Gedeeltelijk verzonden|Deels verzonden|Deelzending',
  shipped:
    'Shipped|Dispatched|Sent|In transit|On its way|Versendet|Versandt|Verschickt|Unterwegs|Enviado|Expedido|En tránsito|En camino|Expédiée|Expédié|Envoyée|En transit|Spedito|Inviato al corriere|In transito|In consegna|Verzonden|Verstuurd|Onderweg',
  delivered:
    'Delivered|Completed|Closed|Done|Fulfilled|Geliefert|Zugestellt|Abgeschlossen|Erledigt|Ausgeliefert|Entregado|Completado|Cerrado|Livrée|Livré|Terminée|Clôturée|Consegnato|Completato|Chiuso|Evaso|Geleverd|Afgeleverd|Bezorgd|Voltooid|Afgerond',
  cancelled:
    'Cancelled|Canceled|Rejected|Voided|Storniert|Abgebrochen|Abgelehnt|Annulliert|Cancelado|Anulado|Rechazado|Annulée|Annulé|Rejetée|Refusée|Annullato|Rifiutato|Cancellato|Stornato|Geannuleerd|Afgewezen',
});

/** What a printed status is taken to mean; `unknown` for a word that is not in the vocabulary. */
export function parseOrderState(text: string): OrderState {
  const found = stateWords(text);
  return found.length === 1 && found[0] !== undefined ? found[0] : 'unknown';
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
  const found = invoiceWords(text);
  return found.length === 1 && found[0] !== undefined ? found[0] : 'unknown';
}
