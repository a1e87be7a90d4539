import { indexLabels } from './label.ts';
import { withTaught } from './taught.ts';

/** What a column can hold. Words: en | de | es | fr | it | nl. */
const COLUMN_WORDS = {
  serial:
    'Serial number|Serial|S/N|SN|Serial no|Serial nr|Device serial|Serial #|Seriennummer|Serien-Nr|Seriennr|SN-Nummer|Gerätenummer|Número de serie|N.º de serie|Nº de serie|Nº serie|N/S|Serie|Numéro de série|N° de série|No de série|N° série|Série|Numero di serie|Numero seriale|Matricola|Seriale|N. serie|N. di serie|N° di serie|Serienummer|Serienr',
  mac: 'MAC|MAC address|MAC-Adresse|MAC Adresse|Dirección MAC|Adresse MAC|Indirizzo MAC|MAC-adres|MAC adres|Hardware address|Ethernet address',
  model:
    'Model|Device model|Device|Device type|Product model|Hardware|Modell|Gerät|Gerätetyp|Gerätemodell|Modelo|Dispositivo|Modelo de dispositivo|Equipo|Modèle|Appareil|Équipement|Modello|Modello dispositivo|Apparato|Toestel|Toesteltype|Apparaat|Modelnaam',
  pbx: 'PBX|PBX name|PBX-Name|System|Telefonanlage|TK-Anlage|Anlage|PBX-Anlage|Anlagenname|Centralita|Nombre de PBX|Nombre de la PBX|Nombre PBX|Central|Centralita PBX|Nom du PBX|Nom PBX|IPBX|Standard|Centrale|Nome PBX|Nome centrale|Centralino|Centrale PBX|Impianto|PBX-naam|Telefooncentrale|Phone system',
  contract:
    'Type|Contract type|Contract|Billing type|Ownership|Provision|Provided as|Purchase type|Acquisition|Vertragsart|Vertragstyp|Vertrag|Bereitstellung|Typ|Art|Beschaffungsart|Beschaffung|Tipo|Tipo de contrato|Contrato|Modalidad|Type de contrat|Contrat|Mode de fourniture|Mode|Formule|Tipo di contratto|Tipo contratto|Contratto|Fornitura|Modalità|Contracttype|Soort contract|Soort|Contractvorm|Contractsoort|Levering',
  purchased:
    "Purchased|Purchase date|Date of purchase|Bought|Bought on|Purchased on|Kaufdatum|Gekauft am|Gekauft|Erworben am|Anschaffung|Anschaffungsdatum|Comprado|Fecha de compra|Comprado el|Adquirido|Fecha de adquisición|Acheté le|Date d’achat|Date d'achat|Achat|Acquistato|Data di acquisto|Data acquisto|Acquistato il|Acquisto|Aangekocht|Aankoopdatum|Gekocht op|Aankoop|Gekocht",
  expiration:
    "Expiration|Expiration date|Expires|Expires on|Expiry|Expiry date|Valid until|End date|Ablauf|Ablaufdatum|Läuft ab|Läuft ab am|Gültig bis|Laufzeitende|Vencimiento|Fecha de vencimiento|Caduca|Caduca el|Caducidad|Expiración|Vence|Vence el|Válido hasta|Expire|Expire le|Date d’expiration|Date d'expiration|Échéance|Date d’échéance|Valable jusqu’au|Scadenza|Data di scadenza|Data scadenza|Scade|Scade il|Valido fino al|Vervalt|Vervalt op|Vervaldatum|Verloopdatum|Verloopt|Verloopt op|Geldig tot|Einddatum",
  term: "Subscription length|Subscription|Subscription term|Term|Length|Subscription period|Subscription duration|Plan|Abonnementdauer|Abonnementlaufzeit|Abonnement|Abo-Laufzeit|Abolaufzeit|Abo-Dauer|Abonnementsdauer|Abonnementslaufzeit|Laufzeit|Duración de la suscripción|Duración de suscripción|Plazo|Periodo|Período|Suscripción|Duración del abono|Durée d’abonnement|Durée d'abonnement|Durée de l’abonnement|Durée de l'abonnement|Période|Durata abbonamento|Durata dell’abbonamento|Durata dell'abbonamento|Durata della sottoscrizione|Abbonamento|Durata sottoscrizione|Sottoscrizione|Abonnementsduur|Abonnementsperiode|Abonnementstermijn|Looptijd|Termijn",
  name: 'Name|Bezeichnung|Nombre|Nom|Nome|Naam',
  customer:
    'Customer|Company|Customer name|Company name|End user|End customer|Client|Account|Kunde|Firma|Unternehmen|Kundenname|Endkunde|Cliente|Empresa|Compañía|Nombre del cliente|Usuario final|Client final|Entreprise|Société|Nom du client|Utilisateur final|Azienda|Società|Ragione sociale|Nome cliente|Cliente finale|Klant|Bedrijf|Klantnaam|Eindklant|Eindgebruiker|Onderneming',
  place:
    'City|Town|Country|ZIP|ZIP code|Postal code|Location|Ort|Stadt|Land|PLZ|Postleitzahl|Ciudad|Población|País|Código postal|Ville|Pays|Code postal|Città|Località|Paese|Nazione|CAP|Plaats|Stad|Postcode',
  reseller: 'Reseller|Dealer|Wiederverkäufer|Händler|Revendedor|Distribuidor|Revendeur|Rivenditore|Wederverkoper',
  pbxCount:
    'PBXes|PBXs|PBX systems|Number of PBXes|Anlagen|Telefonanlagen|PBX-Anlagen|PBXen|Centralitas|Les PBX|Centrali|Centralini|Telefooncentrales|PBX-centrales',
  orderNumber:
    'Order number|Order no|Order #|Order|Number|No|#|Order ID|ID|Bestellnummer|Bestell-Nr|Bestellung|Auftragsnummer|Auftrag|Auftrags-Nr|Nummer|Nr|Número de pedido|N.º de pedido|Nº de pedido|Nº pedido|Pedido|Número|Numéro de commande|N° de commande|N° commande|Commande|Numéro|Numero ordine|Numero d’ordine|N. ordine|Numero dell’ordine|Ordine|Numero|Bestelnummer|Ordernummer|Bestelling|Bestelnr|Bestellnr|Auftragsnr|N. d’ordine|N° ordine',
  date: 'Date|Order date|Ordered|Ordered on|Created|Created on|Placed on|Datum|Bestelldatum|Auftragsdatum|Bestellt am|Erstellt am|Fecha|Fecha de pedido|Fecha del pedido|Creado|Date de commande|Date de la commande|Commandé le|Créé le|Data|Data ordine|Data dell’ordine|Ordinato il|Creato il|Besteldatum|Orderdatum|Besteld op',
  reference:
    'Reference|Order reference|Your reference|Customer reference|Ref|Referenz|Bestellreferenz|Auftragsreferenz|Ihre Referenz|Ihr Zeichen|Referencia|Referencia del pedido|Referencia de pedido|Su referencia|Référence|Référence de commande|Référence de la commande|Votre référence|Réf|Riferimento|Riferimento ordine|Riferimento dell’ordine|Vostro riferimento|Rif|Referentie|Orderreferentie|Bestelreferentie|Uw referentie|Kenmerk|Uw kenmerk',
  status:
    'Status|State|Order status|Zustand|Bestellstatus|Auftragsstatus|Estado|Estado del pedido|Statut|État|Statut de la commande|Stato|Stato ordine|Stato dell’ordine|Orderstatus|Bestelstatus',
  total:
    'Total|Total amount|Order total|Grand total|Gesamt|Gesamtbetrag|Summe|Gesamtsumme|Importe total|Total pedido|Montant total|Totale|Importo totale|Totale ordine|Totaal|Totaalbedrag|Totaal bedrag|Line total|Zeilensumme|Positionssumme',
  shipmentDate:
    "Shipment date|Shipping date|Ship date|Shipped|Expected shipment|Expected shipment date|Expected shipping date|Estimated shipment|Estimated shipment date|Estimated shipping date|Estimated ship date|Planned shipment|Shipment|Dispatch date|Versanddatum|Lieferdatum|Versand|Versendet am|Versandtermin|Voraussichtlicher Versand|Voraussichtliches Versanddatum|Geplanter Versand|Erwarteter Versand|Fecha de envío|Fecha de expedición|Envío|Fecha envío|Envío previsto|Envío estimado|Fecha prevista de envío|Fecha estimada de envío|Fecha de envío prevista|Fecha de envío estimada|Date d’expédition|Date d'expédition|Date d’envoi|Expédition|Expédié le|Expédition prévue|Expédition estimée|Expédition prévue le|Date d’expédition prévue|Date d’expédition estimée|Date prévue d’expédition|Data di spedizione|Data spedizione|Spedizione|Spedito il|Spedizione prevista|Spedizione stimata|Data di spedizione prevista|Data prevista di spedizione|Verzenddatum|Verzending|Leverdatum|Verzonden op|Verzonden|Verwachte verzending|Verwachte verzenddatum|Geschatte verzending|Geplande verzending",
  product:
    'Product|Item|Article|Product name|Description|Produkt|Artikel|Artikelbezeichnung|Produktname|Beschreibung|Producto|Artículo|Nombre del producto|Descripción|Produit|Désignation|Nom du produit|Prodotto|Articolo|Descrizione|Nome prodotto|Omschrijving|Productnaam|Beschrijving',
  sku: 'SKU|Code|Item code|Product code|Part number|P/N|Item number|Article number|Artikelnummer|Artikel-Nr|Art.-Nr|Produktcode|Bestellcode|Teilenummer|Código|Código de producto|Código de artículo|Referencia de producto|Code produit|Code article|Référence produit|Codice|Codice prodotto|Codice articolo|Cod. articolo|Productcode|Artikelcode|Artikelnr',
  stock:
    'Stock|In stock|Stock quantity|Available|Availability|On hand|Inventory|Qty in stock|Quantity in stock|Lager|Bestand|Lagerbestand|Auf Lager|Verfügbar|Lagermenge|Existencias|En stock|Disponible|Disponibilidad|Cantidad en stock|En existencia|Stock disponible|Disponibilité|Quantité en stock|Giacenza|Disponibilità|Disponibile|In magazzino|Magazzino|Scorte|Op voorraad|Voorraad|Beschikbaar|Beschikbaarheid',
  price:
    'Price|Unit price|List price|Price per unit|Net price|Rate|Preis|Einzelpreis|Stückpreis|Listenpreis|Nettopreis|Precio|Precio unitario|Precio de lista|Prix|Prix unitaire|Prix catalogue|P.U.|Prezzo|Prezzo unitario|Prezzo di listino|Prijs|Stukprijs|Eenheidsprijs|Prijs per stuk|Lijstprijs',
  quantity:
    'Quantity|Qty|Units|Pieces|Pcs|Menge|Anzahl|Stück|Cantidad|Cant|Unidades|Uds|Quantité|Qté|Nombre d’unités|Quantità|Qtà|Q.tà|Pezzi|Aantal|Stuks|Hoeveelheid',
  duration: 'Duration|Dauer|Vertragsdauer|Duración|Durée|Durata|Duur|Contractduur',
  discount:
    'Discount|Quantity discount|Rabatt|Mengenrabatt|Nachlass|Descuento|Dto|Remise|Rabais|Sconto|Korting|Kwantumkorting|Staffelkorting',
  invoiceNumber:
    'Invoice|Invoice number|Invoice no|Invoice #|Rechnung|Rechnungsnummer|Rechnungs-Nr|Factura|Número de factura|N.º de factura|Nº de factura|Facture|Numéro de facture|N° de facture|Fattura|Numero fattura|N. fattura|Numero di fattura|Factuur|Factuurnummer|Factuurnr|Rechnungsnr|N° fattura',
  invoiceDate:
    'Invoice date|Date of invoice|Invoiced on|Rechnungsdatum|Rechnung vom|Fecha de factura|Fecha de la factura|Date de facture|Date de la facture|Date facture|Data fattura|Data della fattura|Factuurdatum',
  dueDate:
    'Due date|Due|Due on|Payment due|Pay by|Fällig|Fällig am|Fälligkeit|Fälligkeitsdatum|Zahlbar bis|Vencimiento de pago|Fecha límite|Fecha límite de pago|Vence el pago|Date limite|Date limite de paiement|À payer avant|Échéance de paiement|Da pagare entro|Scadenza pagamento|Te betalen voor|Te betalen vóór|Uiterste betaaldatum|Betaaldatum|Betalen voor|Échéance|Date d’échéance|Vencimiento|Fecha de vencimiento|Vence|Vence el|Scadenza|Data di scadenza|Data scadenza|Scade il|Vervaldatum|Vervalt op|Te betalen op',
  amount: 'Amount|Invoice amount|Betrag|Rechnungsbetrag|Importe|Monto|Montant|Importo|Bedrag|Factuurbedrag',
} as const;

export type ColumnConcept = keyof typeof COLUMN_WORDS;
export const COLUMN_CONCEPTS = Object.keys(COLUMN_WORDS) as readonly ColumnConcept[];

/** The concepts a column's label can mean. */
export const columnConcepts = withTaught('columns', indexLabels<ColumnConcept>(COLUMN_WORDS));
