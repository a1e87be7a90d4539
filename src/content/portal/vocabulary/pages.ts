import { indexLabels, labelKey } from './label.ts';
import { withTaught } from './taught.ts';

/** Titles of pages, with a slash between the languages: en / de / es / fr / it / nl. */
const PAGE_WORDS = {
  customers:
    'Customers|Companies|Customer list|Company list|All customers|My customers / Kunden|Firmen|Kundenliste|Alle Kunden|Meine Kunden / Clientes|Empresas|Lista de clientes|Mis clientes / Clients|Entreprises|Liste des clients|Mes clients / Clienti|Aziende|Elenco clienti|Lista clienti|I miei clienti / Klanten|Bedrijven|Klantenlijst|Klantenoverzicht|Mijn klanten',
  pbxes:
    "PBXes|PBXs|PBX list|PBX systems|Phone systems|PBX / PBX-Anlagen|PBX-Systeme|Telefonanlagen|Anlagen|TK-Anlagen|Anlagenliste|PBX-Liste|PBXen|PBX / Centralitas|Centralitas PBX|Lista de centralitas|PBX / Les PBX|Systèmes PBX|IPBX|Liste des PBX|PBX / Centrali|Centrali PBX|Centralini|Elenco centralini|Elenco PBX|Lista PBX|PBX / PBX-centrales|Telefooncentrales|PBX’en|PBX'en|PBX-lijst|Centrales|PBX",
  devices:
    'Devices|Device list|All devices / Geräte|Geräteliste|Alle Geräte|Endgeräte / Dispositivos|Equipos|Lista de dispositivos / Appareils|Équipements|Terminaux|Liste des appareils / Dispositivi|Apparati|Elenco dispositivi|Lista dispositivi / Apparaten|Toestellen|Apparatenlijst',
  order:
    'Order HWaaS|HWaaS order|New HWaaS order / HWaaS bestellen|HWaaS-Bestellung|Neue HWaaS-Bestellung / Pedir HWaaS|Pedido HWaaS|Pedido de HWaaS|Nuevo pedido HWaaS|Nuevo pedido de HWaaS|Solicitar HWaaS / Commander HWaaS|Commander du HWaaS|Commande HWaaS|Nouvelle commande HWaaS / Ordina HWaaS|Ordine HWaaS|Nuovo ordine HWaaS / HWaaS-bestelling|Bestel HWaaS|Nieuwe HWaaS-bestelling',
  cart: 'Cart|Shopping cart|Basket|Shopping basket|Your cart|My cart / Warenkorb|Ihr Warenkorb|Mein Warenkorb|Einkaufswagen / Carrito|Carrito de compra|Su carrito|Cesta / Panier|Votre panier|Mon panier / Carrello|Il tuo carrello / Winkelwagen|Winkelmandje|Uw winkelwagen',
  checkout:
    "Checkout|Check out / Kasse|Zur Kasse|Bestellung abschließen / Tramitar pedido|Finalizar compra|Finalizar pedido / Passer commande|Validation de la commande|Passer la commande|Finaliser la commande / Cassa|Completa ordine|Vai alla cassa|Procedi all’ordine|Procedi all'ordine / Afrekenen|Bestelling afronden",
  orders:
    'Orders|Order list|My orders|Your orders|All orders|Order overview|Order history / Bestellungen|Aufträge|Meine Bestellungen|Ihre Bestellungen|Bestellliste|Bestellübersicht|Auftragsübersicht / Pedidos|Mis pedidos|Sus pedidos|Lista de pedidos / Commandes|Mes commandes|Vos commandes|Liste des commandes / Ordini|I miei ordini|Elenco ordini|Lista ordini / Bestellingen|Mijn bestellingen|Bestellijst|Orders|Orders overzicht|Orderoverzicht|Besteloverzicht',
  'order-details':
    'Order|Order details|Order detail / Bestellung|Bestelldetails|Auftrag|Auftragsdetails|Details zur Bestellung / Pedido|Detalles del pedido|Detalle del pedido / Commande|Détails de la commande|Détail de la commande / Ordine|Dettagli ordine|Dettagli dell’ordine|Dettaglio ordine|Dettaglio dell’ordine / Bestelling|Bestelgegevens|Besteldetails|Orderdetails',
  'account-balance':
    'Account balance|Balance|Invoices|My invoices|Statement of account|Account statement / Kontostand|Kontosaldo|Saldo|Rechnungen|Meine Rechnungen|Kontoauszug / Saldo|Saldo de la cuenta|Saldo de cuenta|Estado de cuenta|Facturas|Mis facturas / Solde du compte|Solde|Solde de compte|Relevé de compte|Factures|Mes factures / Saldo|Saldo contabile|Saldo conto|Saldo del conto|Estratto conto|Fatture|Le mie fatture / Saldo|Accountsaldo|Rekeningsaldo|Rekeningoverzicht|Facturen|Mijn facturen',
  home: 'Home|Dashboard|WMP|Orders & Billing|Orders and Billing|Wildix Management Portal|Options / Start|Startseite|Übersicht|Bestellungen & Abrechnung|Bestellungen und Abrechnung|Aufträge & Abrechnung|Optionen / Inicio|Panel|Pedidos y facturación|Opciones / Accueil|Tableau de bord|Commandes et facturation|Commandes & facturation|Options / Pagina iniziale|Cruscotto|Ordini e fatturazione|Opzioni / Start|Bestellingen en facturatie|Bestellingen & facturatie|Opties',
} as const;

export type PageWord = keyof typeof PAGE_WORDS;
const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'nl'] as const;
type Language = (typeof LANGUAGES)[number];

const perLanguage = Object.values(PAGE_WORDS).map((words) => words.split(' / '));
const PAGE_LABELS = Object.fromEntries(
  Object.entries(PAGE_WORDS).map(([word, labels]) => [word, labels.replaceAll(' / ', '|')]),
) as Record<PageWord, string>;
export const pageWords = withTaught('titles', indexLabels<PageWord>(PAGE_LABELS));

/** What a page prints in place of a cart with nothing in it. */
export const cartStates = indexLabels<'empty'>({
  empty:
    'Your cart is empty|The cart is empty|Cart is empty|Cart empty|Empty cart|Your shopping cart is empty|Your basket is empty|No items in cart|No items in the cart|No products in the cart|There are no items in your cart|Ihr Warenkorb ist leer|Der Warenkorb ist leer|Warenkorb ist leer|Warenkorb leer|Keine Artikel im Warenkorb|Keine Produkte im Warenkorb|Su carrito está vacío|Tu carrito está vacío|El carrito está vacío|Carrito vacío|Votre panier est vide|Le panier est vide|Panier vide|Il tuo carrello è vuoto|Il carrello è vuoto|Carrello vuoto|Uw winkelwagen is leeg|Je winkelwagen is leeg|De winkelwagen is leeg|Winkelwagen leeg|Uw winkelmandje is leeg',
});

/** The languages in which a text is a page's title. */
const languagesOf = indexLabels<Language>(
  Object.fromEntries(
    LANGUAGES.map((language, i) => [language, perLanguage.map((words) => words[i]).join('|')]),
  ) as Record<Language, string>,
);

/** A label in front of a name: `Customer: Acme`, `PBX Main office`. */
export const namePrefix = indexLabels<'customer' | 'pbx'>({
  customer:
    'Customer|Company|Kunde|Firma|Cliente|Empresa|Client|Entreprise|Société|Azienda|Klant|Bedrijf|End user|Endkunde|Client final|Cliente finale|Eindklant',
  pbx: 'PBX|Telefonanlage|Anlage|PBX-Anlage|Centralita|Centralita PBX|IPBX|Centrale|Centrale PBX|Centralino|Telefooncentrale',
});

/** Small words between a page's title and the name it speaks of: `Devices of Acme`. */
const JOINING: Readonly<Record<Language, RegExp>> = {
  en: /^(of|for|on|at|from)$/u,
  de: /^(von|fur|der|des|auf|an)$/u,
  es: /^(de|del|de la|en|para)$/u,
  fr: /^(de|du|des|pour|sur)$/u,
  it: /^(di|del|della|dei|su|per)$/u,
  nl: /^(van|voor|op|bij)$/u,
};

/** Whether a small word (as `labelKey` spells it) leads from a title to a name, in the title's own language. */
export const joins = (title: string, word: string): boolean => {
  const languages = languagesOf(title);
  return (languages.length === 0 ? LANGUAGES : languages).some((language) => JOINING[language].test(word));
};

/** Titles of pages that are somebody's. */
export const OF_A_CUSTOMER: ReadonlySet<PageWord> = new Set<PageWord>(['devices', 'pbxes', 'order']);

/** Two small words that begin a name together: `von der Heide`, `de la Cruz`. */
export const PARTICLE_PAIR =
  /^(von (der|den|dem|und)|van (de|den|der|het|ten|ter)|de (la|las|los|le|les)|op (de|den|der)|aus (der|dem))$/u;

/** Small words that names begin with too: `Van der Berg`, `de la Cruz`, `Della Rovere`. */
export const NAME_PARTICLE =
  /^(van|von|vom|zu|zum|zur|der|den|des|de|del|de la|la|las|le|les|los|el|du|di|da|dal|della|dei|ten|ter|te|op)$/u;

/** Those of them that lead to a place rather than to an owner. */
export const JOINING_PLACE = /^(on|at|auf|an|en|sur|su|op|bij)$/u;

const ORDER =
  'order|purchase order|bestellung|auftrag|pedido|commande|ordine|bestelling|order details|bestelldetails|detalles del pedido|details de la commande|dettagli ordine|besteldetails';
const NUMBERED = new RegExp(
  `^(?:${ORDER})\\s*(?:no\\.?|nr\\.?|number|nummer|n\\.?\\s?[o°º]?|numero|num\\.?|id)?\\s*[:#–-]?\\s*#?\\s*[a-z]{0,4}[-/ ]?\\d{3}[\\da-z/-]*$`,
  'u',
);

/** The number in `Order 70012`, `Bestellung Nr. 4711`: the title of one order. */
export function orderNumberIn(text: string): string | undefined {
  if (text.length > 60 || !NUMBERED.test(labelKey(text))) return undefined;
  return /[\p{L}\d/-]*\d{3}[\p{L}\d/-]*$/u.exec(text.trim())?.[0];
}
