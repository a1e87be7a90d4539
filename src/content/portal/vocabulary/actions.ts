import { indexLabels } from './label.ts';
import { withTaught } from './taught.ts';

/** What a button, link, tab or menu item does. Words: en | de | es | fr | it | nl. */
const ACTION_WORDS = {
  convert:
    'Convert to HWaaS|Convert into HWaaS|In HWaaS umwandeln|In HWaaS konvertieren|In HWaaS überführen|Zu HWaaS umwandeln|In HWaaS wandeln|Convertir a HWaaS|Convertir en HWaaS|Pasar a HWaaS|Passer en HWaaS|Converti in HWaaS|Convertire in HWaaS|Trasforma in HWaaS|Omzetten naar HWaaS|Converteren naar HWaaS|Naar HWaaS omzetten|Converteer naar HWaaS|Zet om naar HWaaS',
  orderHwaas:
    'Order HWaaS|HWaaS bestellen|Pedir HWaaS|Encargar HWaaS|Solicitar HWaaS|Commander HWaaS|Commander du HWaaS|Commander en HWaaS|Ordina HWaaS|Ordinare HWaaS|Bestel HWaaS',
  replaceHwaas:
    'Replace HWaaS|HWaaS ersetzen|HWaaS austauschen|HWaaS tauschen|Reemplazar HWaaS|Sustituir HWaaS|Remplacer HWaaS|Remplacer le HWaaS|Sostituisci HWaaS|Sostituire HWaaS|HWaaS vervangen|Vervang HWaaS',
  cancelHwaas:
    'Cancel HWaaS|HWaaS kündigen|HWaaS stornieren|HWaaS beenden|Cancelar HWaaS|Dar de baja HWaaS|Anular HWaaS|Annuler HWaaS|Résilier HWaaS|Résilier le HWaaS|Annulla HWaaS|Disdici HWaaS|Disdire HWaaS|Cancella HWaaS|HWaaS opzeggen|HWaaS annuleren|Annuleer HWaaS|Zeg HWaaS op',
  agree:
    "Agree|I agree|Accept|Zustimmen|Ich stimme zu|Einverstanden|Akzeptieren|Annehmen|Bestätigen und zustimmen|Aceptar|Acepto|De acuerdo|Estoy de acuerdo|Accepter|J’accepte|J'accepte|D’accord|D'accord|Accetta|Accetto|Accettare|Acconsento|Concordo|Akkoord|Ik ga akkoord|Akkoord gaan|Accepteren|Ga akkoord",
  cancel:
    'Cancel|Close|No|Dismiss|Abbrechen|Schließen|Nein|Cancelar|Cerrar|Annuler|Fermer|Non|Annulla|Chiudi|Annuleren|Sluiten|Nee',
  back: 'Back|Go back|Zurück|Volver|Atrás|Retour|Précédent|Indietro|Torna indietro|Torna|Terug',
  ok: 'OK|Okay|Got it|Understood|Continue|Verstanden|Weiter|Entendido|Continuar|Compris|Continuer|Ho capito|Continua|Begrepen|Doorgaan|Oké',
  add: 'Add|Add to cart|Hinzufügen|In den Warenkorb|Añadir|Agregar|Añadir al carrito|Ajouter|Ajouter au panier|Aggiungi|Aggiungi al carrello|Toevoegen|In winkelwagen|Voeg toe',
  remove:
    'Remove|Delete|Entfernen|Löschen|Eliminar|Quitar|Borrar|Supprimer|Retirer|Enlever|Rimuovi|Elimina|Togli|Verwijderen|Verwijder',
  save: 'Save|Save cart|Speichern|Sichern|Guardar|Enregistrer|Sauvegarder|Salva|Opslaan|Bewaren',
  recalculate:
    'Save & Recalculate|Save and Recalculate|Recalculate|Save + Recalculate|Speichern & neu berechnen|Speichern und neu berechnen|Speichern & Neuberechnen|Neu berechnen|Neuberechnen|Sichern und neu berechnen|Guardar y recalcular|Recalcular|Enregistrer et recalculer|Sauvegarder et recalculer|Recalculer|Salva e ricalcola|Ricalcola|Opslaan en herberekenen|Opslaan & herberekenen|Herberekenen|Bewaren en herberekenen|Guardar & recalcular|Enregistrer & recalculer|Salva & ricalcola|Bewaren & herberekenen',
  checkout:
    "Checkout|Check out|Go to checkout|Proceed to checkout|Zur Kasse|Kasse|Zur Kasse gehen|Kasse gehen|Bestellung abschließen|Tramitar pedido|Tramitar el pedido|Finalizar compra|Finalizar pedido|Pasar por caja|Ir a la caja|Passer commande|Passer la commande|Valider le panier|Passer à la caisse|Commander|Caisse|Vai alla cassa|Procedi all’ordine|Procedi all'ordine|Cassa|Procedi al checkout|Alla cassa|Afrekenen|Naar de kassa|Naar kassa|Bestellen",
  confirmOrder:
    "Confirm order|Place order|Submit order|Send order|Order now|Complete order|Confirm|Submit|Bestellung bestätigen|Bestellung aufgeben|Bestellung absenden|Jetzt bestellen|Verbindlich bestellen|Zahlungspflichtig bestellen|Kostenpflichtig bestellen|Bestätigen|Absenden|Confirmar pedido|Confirmar el pedido|Realizar pedido|Hacer pedido|Enviar pedido|Confirmar|Confirmer la commande|Confirmer|Valider la commande|Valider|Envoyer la commande|Conferma ordine|Conferma l’ordine|Conferma l'ordine|Invia ordine|Invia l’ordine|Conferma|Bestelling bevestigen|Bestelling plaatsen|Bevestig bestelling|Order bevestigen|Bevestigen|Bestelling versturen|Plaats bestelling",
  view: 'View|Show|Details|Open|Ansehen|Anzeigen|Öffnen|Ver|Mostrar|Detalles|Abrir|Voir|Afficher|Détails|Ouvrir|Visualizza|Vedi|Mostra|Dettagli|Apri|Bekijken|Tonen|Weergeven|Openen|Bekijk',
  pay: 'Pay your bill|Pay|Pay now|Pay your bills|Rechnung bezahlen|Rechnungen bezahlen|Bezahlen|Jetzt bezahlen|Zahlen|Ihre Rechnung bezahlen|Pagar|Pagar factura|Pagar la factura|Pagar su factura|Pague su factura|Payer|Payer la facture|Payer votre facture|Régler votre facture|Régler|Paga|Paga la fattura|Paga fattura|Pagare la fattura|Paga la tua fattura|Betalen|Factuur betalen|Rekening betalen|Betaal uw rekening|Betaal uw factuur',
  signIn:
    'Sign in|Log in|Login|Log on|Anmelden|Einloggen|Iniciar sesión|Entrar|Acceder|Se connecter|Connexion|S’identifier|Accedi|Entra|Accesso|Inloggen|Aanmelden|Log-in',
  devices:
    'Devices|Geräte|Dispositivos|Equipos|Appareils|Équipements|Terminaux|Dispositivi|Apparati|Apparaten|Toestellen',
  pbxes:
    "PBXes|PBXs|PBX|PBX list|PBX systems|Phone systems|PBXen|PBX-Liste|Telefonanlagen|Anlagen|PBX-Anlagen|PBX-Systeme|TK-Anlagen|Centralitas|Las PBX|Centralitas PBX|PBX-centrales|Les PBX|Systèmes PBX|Centrali|Centrali PBX|Centralini|Telefooncentrales|PBX’en|PBX'en|PBX-lijst|Centrales|IPBX|Liste des PBX|Elenco PBX|Lista PBX|Elenco centralini|Lista de centralitas",
} as const;

export type ActionConcept = keyof typeof ACTION_WORDS;
export const ACTION_CONCEPTS = Object.keys(ACTION_WORDS) as readonly ActionConcept[];

/** The actions a button's text can mean. */
export const actionConcepts = withTaught('actions', indexLabels<ActionConcept>(ACTION_WORDS));
