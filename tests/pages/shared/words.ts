import type { Term } from './data.ts';
import type { Lang } from './knobs.ts';

export const COLUMNS = ['serial', 'mac', 'model', 'pbx', 'contract', 'purchased', 'expiration', 'note'] as const;
export type ColumnKey = (typeof COLUMNS)[number];
export const BUTTONS = ['order', 'convert', 'replace'] as const;
export type ButtonKey = (typeof BUTTONS)[number];

/** Everything a page prints, in one language. */
export interface Words {
  columns: Record<ColumnKey, string>;
  buttons: Record<ButtonKey, string>;
  devices: string;
  of: string;
  pbxes: string;
  customers: string;
  name: string;
  term: string;
  expires: string;
  terms: Record<Term, string>;
  contracts: Record<'capex' | 'hwaas' | 'rental', string>;
  ask: (count: number) => string;
  agree: string;
  cancel: string;
  nothing: string;
  ok: string;
  locale: string;
}

const listed = (text: string) => {
  const labels = text.split('|');
  return Object.fromEntries(COLUMNS.map((key, index) => [key, labels[index] ?? ''])) as Words['columns'];
};

export const WORDS: Record<Lang, Words> = {
  en: {
    columns: listed('Serial number|MAC address|Device model|PBX|Contract type|Purchase date|Expiration|Remarks'),
    buttons: { order: 'Order HWaaS', convert: 'Convert to HWaaS', replace: 'Replace HWaaS' },
    devices: 'Devices',
    of: 'of',
    pbxes: 'PBXes',
    customers: 'Customers',
    name: 'Name',
    term: 'Subscription length',
    expires: 'Expiration',
    terms: { P1M: '1 month', P1Y: '1 year', P5Y: '5 years', lifetime: 'LifeTime' },
    contracts: { capex: 'CAPEX', hwaas: 'HWaaS', rental: 'Rental' },
    ask: (count) => `Convert ${count} devices to HWaaS? They will be billed from today.`,
    agree: 'Agree',
    cancel: 'Cancel',
    nothing: 'Select at least one device.',
    ok: 'OK',
    locale: 'en-GB',
  },
  de: {
    columns: listed('Seriennummer|MAC-Adresse|Modell|Anlage|Vertragsart|Kaufdatum|Ablauf|Bemerkung'),
    buttons: { order: 'HWaaS bestellen', convert: 'In HWaaS umwandeln', replace: 'HWaaS ersetzen' },
    devices: 'Geräte',
    of: 'von',
    pbxes: 'Anlagen',
    customers: 'Kunden',
    name: 'Name',
    term: 'Laufzeit',
    expires: 'Ablaufdatum',
    terms: { P1M: '1 Monat', P1Y: '1 Jahr', P5Y: '5 Jahre', lifetime: 'LifeTime' },
    contracts: { capex: 'CAPEX', hwaas: 'HWaaS', rental: 'Miete' },
    ask: (count) => `${count} Geräte in HWaaS umwandeln? Sie werden ab heute berechnet.`,
    agree: 'Zustimmen',
    cancel: 'Abbrechen',
    nothing: 'Bitte wählen Sie mindestens ein Gerät.',
    ok: 'OK',
    locale: 'de-DE',
  },
  fr: {
    columns: listed('N° de série|Adresse MAC|Modèle|IPBX|Type de contrat|Acheté le|Expire le|Remarque'),
    buttons: { order: 'Commander HWaaS', convert: 'Convertir en HWaaS', replace: 'Remplacer HWaaS' },
    devices: 'Appareils',
    of: 'de',
    pbxes: 'Les PBX',
    customers: 'Clients',
    name: 'Nom',
    term: 'Durée de l’abonnement',
    expires: 'Date d’expiration',
    terms: { P1M: '1 mois', P1Y: '1 an', P5Y: '5 ans', lifetime: 'À vie' },
    contracts: { capex: 'CAPEX', hwaas: 'HWaaS', rental: 'Location' },
    ask: (count) => `Convertir ${count} appareils en HWaaS ? La facturation commence aujourd’hui.`,
    agree: 'J’accepte',
    cancel: 'Annuler',
    nothing: 'Choisissez au moins un appareil.',
    ok: 'OK',
    locale: 'fr-FR',
  },
  it: {
    columns: listed('Matricola|Indirizzo MAC|Modello|Centralino|Contratto|Acquistato il|Scadenza|Note'),
    buttons: { order: 'Ordina HWaaS', convert: 'Converti in HWaaS', replace: 'Sostituisci HWaaS' },
    devices: 'Dispositivi',
    of: 'di',
    pbxes: 'Centralini',
    customers: 'Clienti',
    name: 'Nome',
    term: 'Durata abbonamento',
    expires: 'Scadenza',
    terms: { P1M: '1 mese', P1Y: '1 anno', P5Y: '5 anni', lifetime: 'A vita' },
    contracts: { capex: 'CAPEX', hwaas: 'HWaaS', rental: 'Noleggio' },
    ask: (count) => `Convertire ${count} dispositivi in HWaaS? Saranno fatturati da oggi.`,
    agree: 'Accetto',
    cancel: 'Annulla',
    nothing: 'Scegliere almeno un dispositivo.',
    ok: 'OK',
    locale: 'it-IT',
  },
  es: {
    columns: listed('N.º de serie|Dirección MAC|Modelo|Centralita|Tipo de contrato|Fecha de compra|Vencimiento|Notas'),
    buttons: { order: 'Pedir HWaaS', convert: 'Convertir a HWaaS', replace: 'Sustituir HWaaS' },
    devices: 'Dispositivos',
    of: 'de',
    pbxes: 'Centralitas',
    customers: 'Clientes',
    name: 'Nombre',
    term: 'Duración de la suscripción',
    expires: 'Fecha de vencimiento',
    terms: { P1M: '1 mes', P1Y: '1 año', P5Y: '5 años', lifetime: 'De por vida' },
    contracts: { capex: 'CAPEX', hwaas: 'HWaaS', rental: 'Alquiler' },
    ask: (count) => `¿Convertir ${count} dispositivos a HWaaS? Se facturarán desde hoy.`,
    agree: 'Acepto',
    cancel: 'Cancelar',
    nothing: 'Seleccione al menos un dispositivo.',
    ok: 'OK',
    locale: 'es-ES',
  },
  nl: {
    columns: listed('Serienummer|MAC-adres|Model|Telefooncentrale|Soort contract|Aankoopdatum|Vervaldatum|Opmerking'),
    buttons: { order: 'HWaaS bestellen', convert: 'Omzetten naar HWaaS', replace: 'HWaaS vervangen' },
    devices: 'Apparaten',
    of: 'van',
    pbxes: 'Telefooncentrales',
    customers: 'Klanten',
    name: 'Naam',
    term: 'Abonnementsduur',
    expires: 'Vervaldatum',
    terms: { P1M: '1 maand', P1Y: '1 jaar', P5Y: '5 jaar', lifetime: 'Levenslang' },
    contracts: { capex: 'CAPEX', hwaas: 'HWaaS', rental: 'Huur' },
    ask: (count) => `${count} apparaten omzetten naar HWaaS? Ze worden vanaf vandaag gefactureerd.`,
    agree: 'Akkoord',
    cancel: 'Annuleren',
    nothing: 'Selecteer ten minste één apparaat.',
    ok: 'OK',
    locale: 'nl-NL',
  },
};
