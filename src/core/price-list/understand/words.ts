/** What a column of a price list holds, apart from prices. */
export type NamedRole = 'sku' | 'name' | 'category' | 'duration' | 'currency';

/**
 * Header words in en, de, it, fr, es, nl, normalised (lower case, no accents). Where a role has several columns, the word
 * that stands earlier wins: "product name" says more than "model".
 */
export const ROLE_WORDS: Readonly<Record<NamedRole, readonly string[]>> = {
  sku: [
    ...['sku', 'part number', 'part no', 'part nr', 'product code', 'item code', 'article number', 'article code'],
    ...['item number', 'item no', 'order code', 'p/n', 'p / n', 'pn', 'code'],
    ...[
      'artikelnummer',
      'artikel nr',
      'art nr',
      'artikelnr',
      'bestellnummer',
      'bestell nr',
      'produktcode',
      'teilenummer',
    ],
    ...['codice articolo', 'codice prodotto', 'cod articolo', 'cod prodotto', 'codice', 'cod'],
    ...['reference article', 'code article', 'code produit', 'reference produit', 'reference', 'ref'],
    ...['codigo de articulo', 'codigo de producto', 'codigo articulo', 'codigo producto', 'codigo', 'referencia'],
    ...['artikelcode', 'productcode', 'bestelnummer', 'bestelcode', 'art'],
  ],
  name: [
    ...['product name', 'item name', 'produktname', 'artikelbezeichnung', 'produktbezeichnung', 'nome prodotto'],
    ...['nom du produit', 'nombre del producto', 'productnaam', 'artikelnaam', 'product description'],
    ...['product', 'name', 'produkt', 'bezeichnung', 'prodotto', 'nome', 'articolo', 'produit', 'nom', 'designation'],
    ...['libelle', 'producto', 'nombre', 'articulo', 'naam', 'omschrijving', 'denominazione', 'denominacion'],
    ...['description', 'beschreibung', 'descrizione', 'descripcion', 'beschrijving', 'artikel', 'article', 'item'],
    ...['device', 'gerat', 'dispositivo', 'appareil', 'toestel', 'model', 'modell', 'modello', 'modele', 'modelo'],
  ],
  category: [
    ...['category', 'product group', 'product family', 'product line', 'family', 'group'],
    ...['kategorie', 'warengruppe', 'produktgruppe', 'produktfamilie', 'gruppe', 'familie'],
    ...['categoria', 'gruppo merceologico', 'famiglia', 'gruppo', 'linea'],
    ...['categorie', 'famille', 'gamme', 'groupe', 'familia', 'gama', 'grupo'],
    ...['productgroep', 'productfamilie', 'groep'],
  ],
  duration: [
    ...[
      'duration',
      'subscription length',
      'subscription',
      'contract length',
      'contract term',
      'term',
      'commitment',
      'period',
    ],
    ...['laufzeit', 'vertragslaufzeit', 'mindestlaufzeit', 'dauer', 'abonnement', 'zeitraum'],
    ...['durata', 'durata contratto', 'abbonamento', 'periodo', 'vincolo'],
    ...['duree', 'engagement', 'periode', 'duracion', 'plazo', 'suscripcion', 'permanencia'],
    ...['looptijd', 'contractduur', 'duur'],
  ],
  currency: ['currency', 'wahrung', 'waehrung', 'valuta', 'devise', 'moneda', 'divisa', 'munteenheid'],
};

/** Words that make a column one of prices. */
export const PRICE_WORDS: readonly string[] = [
  ...['price', 'prices', 'fee', 'rate', 'cost', 'amount', 'charge', 'opex', 'hwaas'],
  ...[
    'preis',
    'preise',
    'gebuhr',
    'nettopreis',
    'betrag',
    'mietpreis',
    'monatspreis',
    'jahrespreis',
    'stuckpreis',
    'ek',
  ],
  ...[
    'prezzo',
    'prezzi',
    'canone',
    'costo',
    'importo',
    'tariffa',
    'prix',
    'tarif',
    'tarifs',
    'montant',
    'redevance',
    'loyer',
  ],
  ...['cout', 'precio', 'precios', 'tarifa', 'cuota', 'importe', 'coste'],
  ...['prijs', 'prijzen', 'tarief', 'bedrag', 'kosten', 'vergoeding', 'maandprijs', 'jaarprijs', 'nettoprijs'],
];

/** Words of columns that hold numbers which are no prices: they are left alone. */
export const OTHER_NUMBER_WORDS: readonly string[] = [
  ...[
    'quantity',
    'qty',
    'stock',
    'discount',
    'ean',
    'gtin',
    'weight',
    'vat',
    'warranty',
    'moq',
    'position',
    'pos',
    'no',
    'nr',
  ],
  ...['menge', 'bestand', 'lager', 'rabatt', 'gewicht', 'mwst', 'garantie'],
  ...[
    'quantita',
    'qta',
    'giacenza',
    'sconto',
    'peso',
    'iva',
    'garanzia',
    'quantite',
    'remise',
    'poids',
    'tva',
    'stocks',
  ],
  ...['cantidad', 'existencias', 'descuento', 'garantia', 'aantal', 'voorraad', 'korting', 'gewicht', 'btw'],
];

/** Words of the sheet that holds what is paid per period, and of the one that holds what is bought. */
export const OPEX_WORDS: readonly string[] = [
  'opex',
  'hwaas',
  'hardware as a service',
  'op ex',
  'subscription',
  'miete',
  'canone',
];
export const CAPEX_WORDS: readonly string[] = [
  'capex',
  'cap ex',
  'rental',
  'noleggio',
  'purchase',
  'kauf',
  'acquisto',
  'achat',
  'compra',
  'koop',
];
