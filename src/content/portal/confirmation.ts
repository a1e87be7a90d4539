import { labelKey } from './vocabulary/label.ts';

/** What WMP is taken to say after the partner confirmed an order. `unclear`: neither; the order stays unknown. */
export type Confirmation = { kind: 'placed'; number?: string } | { kind: 'refused' } | { kind: 'unclear' };

const REFUSED =
  /\b(not|cannot|can't|could not|error|failed|blocked|denied|invalid|required|please (enter|accept|select)|nicht|fehler|fehlgeschlagen|gesperrt|bitte|no se|error|bloquead\w*|no ha|falta|introduzca|acepte|n'a pas|ne peut|erreur|echou\w*|bloque\w*|veuillez|non e|non puo|errore|bloccat\w*|inserisc\w*|accett\w* i|niet|fout|mislukt|geblokkeerd|voer|accepteer)\b/;
const PLACED =
  /\b(thank you|thanks|has been (placed|submitted|received|sent|created|registered)|was (placed|submitted|received|created)|successful\w*|vielen dank|danke|(wurde|ist) .{0,60}(aufgegeben|ubermittelt|eingegangen|abgesendet|angelegt|gesendet|erfasst|eingereicht|erstellt)|gracias|(se ha|ha sido) .{0,40}(enviado|realizado|registrado|creado|recibido|tramitado)|merci|a (bien )?ete (envoyee?|enregistree?|transmise?|passee?|creee?|recue)|grazie|e stat[oa] (inviat[oa]|registrat[oa]|creat[oa]|ricevut[oa]|inoltrat[oa]|trasmess[oa])|bedankt|dank u|is (geplaatst|verzonden|ontvangen|ingediend|aangemaakt|geregistreerd))\b/;
const NUMBER = /(?:^|[^\p{L}\d])((?=[A-Z0-9/-]*\d{3})[A-Z]{0,4}[-/]?\d[\dA-Z/-]{2,20})(?![\p{L}\d])/u;

/** Whether anything in a text may say that something was not done. */
export const mayRefuse = (text: string): boolean => REFUSED.test(labelKey(text.slice(0, 2000)));

/** Reads WMP's words after a confirmed checkout. Thanks beside words of refusal ("do not reply to this mail") say neither. */
export function readConfirmation(text: string): Confirmation {
  const isPlaced = PLACED.test(labelKey(text.slice(0, 2000)));
  if (mayRefuse(text)) return { kind: isPlaced ? 'unclear' : 'refused' };
  if (!isPlaced) return { kind: 'unclear' };
  const number = NUMBER.exec(text)?.[1];
  return number === undefined ? { kind: 'placed' } : { kind: 'placed', number };
}
