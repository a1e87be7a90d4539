import type { OrderState } from '../records/order.ts';

/** The languages that WMP's documents are offered in. */
export const WORD_LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl'] as const;
export type WordLanguage = (typeof WORD_LANGUAGES)[number];

export type KnownState = Exclude<OrderState, 'unknown'>;

/**
 * WMP's status words are not documented: these are the usual ones, bars between them. The printed word is always kept beside
 * what it is taken to mean, and the partner's own choice for a word goes before this table.
 */
export const STATE_WORDS: Readonly<Record<KnownState, Readonly<Record<WordLanguage, string>>>> = {
  submitted: {
    en: 'Submitted|New|Received|Placed|Pending|Open|Ordered|Accepted|Confirmed',
    de: 'Übermittelt|Neu|Eingegangen|Offen|Bestellt|Angenommen|Bestätigt|Eingereicht|Aufgegeben',
    es: 'Enviado a tramitar|Nuevo|Recibido|Pendiente|Abierto|Aceptado|Confirmado|Registrado|Presentado|Solicitado|Tramitado',
    fr: 'Soumise|Soumis|Nouveau|Nouvelle|Reçue|Reçu|En attente|Ouverte|Acceptée|Confirmée|Transmise|Enregistrée|Passée',
    it: 'Inviato|Nuovo|Ricevuto|In attesa|Aperto|Accettato|Confermato|Inoltrato|Trasmesso',
    nl: 'Ingediend|Nieuw|Ontvangen|In afwachting|Geaccepteerd|Bevestigd|Geplaatst|Verstuurd naar Wildix',
  },
  processing: {
    en: 'Processing|In progress|In process|Preparing|In preparation|Being prepared',
    de: 'In Bearbeitung|Bearbeitung|Wird bearbeitet|In Vorbereitung|Wird vorbereitet',
    es: 'En proceso|En curso|Procesando|En preparación|En tramitación|En tratamiento',
    fr: 'En traitement|En cours|En cours de traitement|En préparation',
    it: 'In lavorazione|In corso|In elaborazione|In preparazione',
    nl: 'In behandeling|In verwerking|In voorbereiding|Wordt verwerkt',
  },
  backordered: {
    en: 'Backordered|Backorder|On backorder|Back order|Waiting for stock|Awaiting stock|Out of stock',
    de: 'Lieferrückstand|Rückstand|Im Rückstand|Nachlieferung|Warten auf Ware|Nicht auf Lager|Wartet auf Lager|Wartet auf Ware',
    es: 'Pedido pendiente|Pendiente de stock|Sin stock|Sin existencias|A la espera de existencias',
    fr: 'En attente de stock|En rupture|Rupture de stock|En reliquat',
    it: 'In arretrato|In attesa di stock|Esaurito|In attesa di merce|In attesa di disponibilità',
    nl: 'Nabestelling|In nabestelling|Nabesteld|Niet op voorraad|Wacht op voorraad|In backorder',
  },
  'partly-shipped': {
    en: 'Partly shipped|Partially shipped|Partial shipment',
    de: 'Teilweise versendet|Teilweise versandt|Teilversand|Teillieferung|Teilgeliefert',
    es: 'Enviado parcialmente|Parcialmente enviado|Envío parcial',
    fr: 'Expédiée partiellement|Partiellement expédiée|Expédition partielle',
    it: 'Parzialmente spedito|Spedito parzialmente|Spedizione parziale',
    nl: 'Gedeeltelijk verzonden|Deels verzonden|Deelzending',
  },
  shipped: {
    en: 'Shipped|Dispatched|Sent|In transit|On its way',
    de: 'Versendet|Versandt|Verschickt|Unterwegs',
    es: 'Enviado|Expedido|En tránsito|En camino',
    fr: 'Expédiée|Expédié|Envoyée|En transit',
    it: 'Spedito|Inviato al corriere|In transito|In consegna',
    nl: 'Verzonden|Verstuurd|Onderweg',
  },
  delivered: {
    en: 'Delivered|Completed|Closed|Done|Fulfilled',
    de: 'Geliefert|Zugestellt|Abgeschlossen|Erledigt|Ausgeliefert',
    es: 'Entregado|Completado|Cerrado',
    fr: 'Livrée|Livré|Terminée|Clôturée',
    it: 'Consegnato|Completato|Chiuso|Evaso',
    nl: 'Geleverd|Afgeleverd|Bezorgd|Voltooid|Afgerond',
  },
  cancelled: {
    en: 'Cancelled|Canceled|Rejected|Voided',
    de: 'Storniert|Abgebrochen|Abgelehnt|Annulliert',
    es: 'Cancelado|Anulado|Rechazado',
    fr: 'Annulée|Annulé|Rejetée|Refusée',
    it: 'Annullato|Rifiutato|Cancellato|Stornato',
    nl: 'Geannuleerd|Afgewezen',
  },
};
