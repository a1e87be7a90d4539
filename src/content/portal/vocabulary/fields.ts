import { indexLabels } from './label.ts';

/** What a form field asks for. Words: en | de | es | fr | it | nl. */
const FIELD_WORDS = {
  duration:
    'Duration|HWaaS duration|Contract duration|Dauer|Laufzeit|Vertragsdauer|Vertragslaufzeit|Duración|Plazo|Durée|Durata|Duur|Looptijd|Contractduur',
  pbx: 'PBX|PBX name|Target PBX|PBX-Name|Telefonanlage|TK-Anlage|Anlage|Centralita|Centralita PBX|PBX de destino|IPBX|Centrale|Centrale PBX|Centralino|Telefooncentrale|Select PBX|PBX auswählen',
  customer:
    'Customer|Company|Kunde|Firma|Cliente|Empresa|Client|Entreprise|Société|Azienda|Klant|Bedrijf|End user|Endkunde|Cliente finale|Eindklant',
  reference:
    "Order reference|Reference|Your reference|Your order reference|Bestellreferenz|Auftragsreferenz|Referenz|Ihre Referenz|Bestellnummer Ihres Hauses|Referencia del pedido|Referencia de pedido|Referencia|Su referencia|Référence de commande|Référence de la commande|Référence|Votre référence|Riferimento ordine|Riferimento dell’ordine|Riferimento dell'ordine|Riferimento|Vostro riferimento|Orderreferentie|Bestelreferentie|Referentie|Uw referentie|Uw kenmerk",
  address:
    'Delivery address|Shipping address|Ship to|Address|Deliver to|Lieferadresse|Lieferanschrift|Versandadresse|Adresse|Anschrift|Dirección de entrega|Dirección de envío|Dirección|Adresse de livraison|Adresse d’expédition|Livrer à|Indirizzo di consegna|Indirizzo di spedizione|Indirizzo|Afleveradres|Leveringsadres|Bezorgadres|Adres|Leveradres',
  terms:
    'Terms and conditions|Terms & conditions|I accept the terms and conditions|I agree to the terms and conditions|I have read and accept the terms and conditions|Allgemeine Geschäftsbedingungen|AGB|Geschäftsbedingungen|Ich akzeptiere die AGB|Términos y condiciones|Condiciones generales|Conditions générales|Conditions générales de vente|Termini e condizioni|Condizioni generali|Algemene voorwaarden|Voorwaarden',
  password: 'Password|Passwort|Kennwort|Contraseña|Mot de passe|Wachtwoord|Parola d’ordine',
} as const;

export type FieldConcept = keyof typeof FIELD_WORDS;

export const fieldConcepts = indexLabels<FieldConcept>(FIELD_WORDS);

/** Words that make a checkbox' sentence the one about terms and conditions, wherever they stand in it. */
export const TERMS_WORDS = /terms\b|conditions|geschaftsbedingungen|\bagb\b|condiciones|condizioni|termini|voorwaarden/;
