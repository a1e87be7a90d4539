import type { Lang } from './knobs.ts';
import type { Contract, InvoiceState, OrderState } from './records.ts';

const ORDERS = ['number', 'date', 'reference', 'customer', 'contract', 'status', 'shipment', 'total'] as const;
const INVOICES = ['number', 'date', 'due', 'amount', 'status'] as const;
const CUSTOMERS = ['customer', 'place', 'country', 'reseller'] as const;
const PRODUCTS = ['product', 'sku', 'price', 'stock'] as const;
const CART = ['product', 'sku', 'quantity', 'price', 'discount', 'total'] as const;
const STATES = ['submitted', 'processing', 'backordered', 'shipped', 'delivered', 'cancelled'] as const;
const INVOICE_STATES = ['open', 'overdue', 'paid'] as const;
const ORDER_PAGE = ['title', 'products', 'cart', 'duration', 'pbx', 'add', 'save', 'recalculate', 'checkout'] as const;

type Labels<Keys extends readonly string[]> = Record<Keys[number], string>;

/** What the pages beside Devices print, in one language. */
export interface PageWords {
  orders: Labels<typeof ORDERS> & { title: string; view: string };
  states: Record<OrderState, string>;
  contracts: Record<Contract, string>;
  invoices: Labels<typeof INVOICES> & { title: string; pay: string };
  invoiceStates: Record<InvoiceState, string>;
  customers: Labels<typeof CUSTOMERS>;
  products: Labels<typeof PRODUCTS>;
  cart: Labels<typeof CART>;
  order: Labels<typeof ORDER_PAGE>;
  durations: readonly [string, string, string];
}

/** Labels in the order of their keys: one line a language, to be compared at a glance. */
function labels<Keys extends readonly string[]>(keys: Keys, text: string): Labels<Keys> {
  const parts = text.split('|');
  if (parts.length !== keys.length) throw new Error(`${keys.length} labels, not ${parts.length}: ${text}`);
  return Object.fromEntries(keys.map((key, index) => [key, parts[index] ?? ''])) as Labels<Keys>;
}

function words(
  [ordersTitle, view, orders]: readonly [string, string, string],
  [states, rental]: readonly [string, string],
  [balance, pay, invoices, invoiceStates]: readonly [string, string, string, string],
  [customers, products, cart]: readonly [string, string, string],
  [order, months, year, years]: readonly [string, string, string, string],
): PageWords {
  return {
    orders: { ...labels(ORDERS, orders), title: ordersTitle, view },
    states: labels(STATES, states),
    contracts: { capex: 'CAPEX', hwaas: 'HWaaS', rental },
    invoices: { ...labels(INVOICES, invoices), title: balance, pay },
    invoiceStates: labels(INVOICE_STATES, invoiceStates),
    customers: labels(CUSTOMERS, customers),
    products: labels(PRODUCTS, products),
    cart: labels(CART, cart),
    order: labels(ORDER_PAGE, order),
    durations: [months, year, years],
  };
}

export const PAGE_WORDS: Record<Lang, PageWords> = {
  en: words(
    ['Orders', 'View', 'Order no.|Order date|Your reference|Company|Contract type|Status|Shipment date|Total amount'],
    ['Submitted|In progress|Backordered|Shipped|Delivered|Cancelled', 'Rental'],
    ['Account Balance', 'Pay your bill', 'Invoice no.|Date|Due date|Amount|Status', 'Open|Overdue|Paid'],
    ['Company|City|Country|Reseller', 'Product|SKU|Unit price|In stock', 'Product|SKU|Qty|Unit price|Discount|Total'],
    [
      'Order HWaaS|Products|Cart|Duration|PBX|Add|Save|Save & Recalculate|Checkout',
      'One month',
      'One year',
      'Five years',
    ],
  ),
  de: words(
    [
      'Bestellungen',
      'Ansehen',
      'Bestellnr.|Bestelldatum|Ihre Referenz|Firma|Vertragsart|Status|Versanddatum|Gesamtbetrag',
    ],
    ['Eingegangen|In Bearbeitung|Im Rückstand|Versandt|Zugestellt|Storniert', 'Miete'],
    ['Kontostand', 'Rechnung bezahlen', 'Rechnungsnr.|Datum|Fällig am|Betrag|Status', 'Offen|Überfällig|Bezahlt'],
    [
      'Firma|Ort|Land|Händler',
      'Artikel|Artikelnummer|Stückpreis|Lagerbestand',
      'Artikel|Artikelnummer|Menge|Einzelpreis|Rabatt|Summe',
    ],
    [
      'HWaaS bestellen|Produkte|Warenkorb|Laufzeit|Telefonanlage|Hinzufügen|Speichern|Speichern und neu berechnen|Zur Kasse',
      'Ein Monat',
      'Ein Jahr',
      'Fünf Jahre',
    ],
  ),
  fr: words(
    [
      'Commandes',
      'Voir',
      'N° de commande|Date de commande|Votre référence|Société|Type de contrat|Statut|Date d’expédition|Montant total',
    ],
    ['Reçue|En cours de traitement|En rupture|Expédiée|Livrée|Annulée', 'Location'],
    [
      'Solde du compte',
      'Régler votre facture',
      'N° de facture|Date|Échéance|Montant|Statut',
      'À payer|En retard|Réglée',
    ],
    [
      'Société|Ville|Pays|Revendeur',
      'Désignation|Code article|Prix unitaire|En stock',
      'Désignation|Code article|Qté|Prix unitaire|Remise|Total',
    ],
    [
      'Commander HWaaS|Produits|Panier|Durée|IPBX|Ajouter|Enregistrer|Enregistrer et recalculer|Passer commande',
      'Un mois',
      'Un an',
      'Cinq ans',
    ],
  ),
  it: words(
    [
      'Ordini',
      'Visualizza',
      'N. ordine|Data ordine|Riferimento|Ragione sociale|Tipo di contratto|Stato|Data di spedizione|Importo totale',
    ],
    ['Inviato|In lavorazione|In arretrato|Spedito|Consegnato|Annullato', 'Noleggio'],
    ['Saldo del conto', 'Paga la fattura', 'N. fattura|Data|Scadenza|Importo|Stato', 'Da pagare|Scaduta|Pagata'],
    [
      'Ragione sociale|Città|Paese|Rivenditore',
      'Articolo|Codice articolo|Prezzo unitario|Giacenza',
      'Articolo|Codice articolo|Q.tà|Prezzo unitario|Sconto|Totale',
    ],
    [
      'Ordina HWaaS|Prodotti|Carrello|Durata|Centralino|Aggiungi|Salva|Salva e ricalcola|Vai alla cassa',
      'Un mese',
      'Un anno',
      'Cinque anni',
    ],
  ),
  es: words(
    [
      'Pedidos',
      'Ver',
      'N.º de pedido|Fecha del pedido|Su referencia|Empresa|Tipo de contrato|Estado|Fecha de envío|Importe total',
    ],
    ['Recibido|En curso|Sin existencias|Enviado|Entregado|Anulado', 'Alquiler'],
    [
      'Estado de cuenta',
      'Pagar la factura',
      'N.º de factura|Fecha|Vencimiento|Importe|Estado',
      'Pendiente|Vencida|Pagada',
    ],
    [
      'Empresa|Ciudad|País|Distribuidor',
      'Artículo|Código|Precio unitario|Existencias',
      'Artículo|Código|Cantidad|Precio unitario|Descuento|Total',
    ],
    [
      'Pedir HWaaS|Productos|Carrito|Duración|Centralita|Añadir|Guardar|Guardar y recalcular|Finalizar compra',
      'Un mes',
      'Un año',
      'Cinco años',
    ],
  ),
  nl: words(
    [
      'Bestellingen',
      'Bekijken',
      'Bestelnummer|Besteldatum|Uw referentie|Bedrijf|Contractvorm|Status|Verzenddatum|Totaalbedrag',
    ],
    ['Ontvangen|In behandeling|Nabestelling|Verzonden|Geleverd|Geannuleerd', 'Huur'],
    [
      'Rekeningsaldo',
      'Factuur betalen',
      'Factuurnummer|Datum|Vervaldatum|Bedrag|Status',
      'Openstaand|Achterstallig|Betaald',
    ],
    [
      'Bedrijf|Plaats|Land|Wederverkoper',
      'Artikel|Artikelcode|Stukprijs|Voorraad',
      'Artikel|Artikelcode|Aantal|Stukprijs|Korting|Totaal',
    ],
    [
      'HWaaS bestellen|Producten|Winkelwagen|Looptijd|Telefooncentrale|Toevoegen|Opslaan|Opslaan en herberekenen|Afrekenen',
      'Eén maand',
      'Eén jaar',
      'Vijf jaar',
    ],
  ),
};
