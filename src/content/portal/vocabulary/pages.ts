import { indexLabels, labelKey } from './label.ts';
import { withTaught } from './taught.ts';

/** Titles of pages. Words: en | de | es | fr | it | nl. */
const PAGE_WORDS = {
  customers:
    'Customers|Companies|Customer list|Kunden|Firmen|Kundenliste|Clientes|Empresas|Clients|Entreprises|Clienti|Aziende|Klanten|Bedrijven',
  pbxes:
    "PBXes|PBXs|PBX list|PBX systems|PBX-Anlagen|PBX-Systeme|Telefonanlagen|Anlagen|TK-Anlagen|Centralitas|Centralitas PBX|Les PBX|Systèmes PBX|Centrali|Centrali PBX|Centralini|PBX-centrales|Telefooncentrales|PBX’en|PBX'en|Centrales|PBX",
  devices:
    'Devices|Device list|Geräte|Geräteliste|Dispositivos|Equipos|Appareils|Équipements|Terminaux|Dispositivi|Apparati|Apparaten|Toestellen',
  order:
    'Order HWaaS|HWaaS order|HWaaS bestellen|HWaaS-Bestellung|Pedir HWaaS|Pedido HWaaS|Pedido de HWaaS|Solicitar HWaaS|Commander HWaaS|Commander du HWaaS|Commande HWaaS|Ordina HWaaS|Ordine HWaaS|HWaaS-bestelling|Bestel HWaaS|New HWaaS order',
  cart: 'Cart|Shopping cart|Basket|Your cart|Warenkorb|Ihr Warenkorb|Carrito|Cesta|Panier|Votre panier|Carrello|Winkelwagen|Winkelmandje|Uw winkelwagen',
  checkout:
    "Checkout|Kasse|Zur Kasse|Bestellung abschließen|Tramitar pedido|Finalizar compra|Finalizar pedido|Passer commande|Validation de la commande|Passer la commande|Finaliser la commande|Cassa|Completa ordine|Vai alla cassa|Afrekenen|Bestelling afronden|Procedi all’ordine|Procedi all'ordine",
  orders:
    'Orders|Order list|My orders|Your orders|Bestellungen|Aufträge|Meine Bestellungen|Pedidos|Mis pedidos|Commandes|Mes commandes|Vos commandes|Ordini|I miei ordini|Bestellingen|Mijn bestellingen|Orders overzicht',
  'order-details':
    'Order|Order details|Bestellung|Bestelldetails|Auftrag|Pedido|Detalles del pedido|Detalle del pedido|Commande|Détails de la commande|Détail de la commande|Ordine|Dettagli ordine|Dettagli dell’ordine|Dettaglio ordine|Bestelling|Bestelgegevens|Besteldetails',
  'account-balance':
    'Account balance|Balance|Invoices|Kontostand|Kontosaldo|Saldo|Rechnungen|Saldo de la cuenta|Saldo de cuenta|Estado de cuenta|Facturas|Solde du compte|Solde|Solde de compte|Factures|Saldo contabile|Saldo conto|Saldo del conto|Estratto conto|Fatture|Accountsaldo|Rekeningsaldo|Facturen',
  home: 'Home|Dashboard|Start|Startseite|Übersicht|Inicio|Panel|Accueil|Tableau de bord|Pagina iniziale|Cruscotto|WMP|Orders & Billing|Orders and Billing|Bestellungen & Abrechnung|Bestellungen und Abrechnung|Aufträge & Abrechnung|Pedidos y facturación|Commandes et facturation|Commandes & facturation|Ordini e fatturazione|Bestellingen en facturatie|Bestellingen & facturatie|Wildix Management Portal|Options|Optionen|Opciones|Opzioni|Opties',
} as const;

export type PageWord = keyof typeof PAGE_WORDS;
export const pageWords = withTaught('titles', indexLabels<PageWord>(PAGE_WORDS));

/** A label in front of a name: `Customer: Acme`, `PBX Main office`. */
export const namePrefix = indexLabels<'customer' | 'pbx'>({
  customer:
    'Customer|Company|Kunde|Firma|Cliente|Empresa|Client|Entreprise|Société|Azienda|Klant|Bedrijf|End user|Endkunde|Client final|Cliente finale|Eindklant',
  pbx: 'PBX|Telefonanlage|Anlage|PBX-Anlage|Centralita|Centralita PBX|IPBX|Centrale|Centrale PBX|Centralino|Telefooncentrale',
});

/** Small words between a page's title and the name it speaks of: `Devices of Acme`. */
export const JOINING =
  /^(of|for|on|at|from|von|fur|der|des|auf|an|de|del|de la|en|para|du|des|pour|sur|di|del|della|dei|su|per|van|voor|op|bij)$/u;

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
