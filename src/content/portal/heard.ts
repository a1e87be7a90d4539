import { elements, foldSpaces, isShown, textNodes } from './dom.ts';
import type { Survey } from './survey.ts';
import { labelKey } from './vocabulary/label.ts';

/** Words with which a page says that something was not done. */
const REFUSED =
  /\b(errors?|failed|failure|unable|denied|rejected|blocked|(could|can|was|were|is|are|has|have|did) ?n[o']t|cannot|fehler\w*|fehlgeschlagen|abgelehnt|verweigert|gesperrt|(konnten?|kann|wurden?|ist|sind) (\p{L}+ ){0,3}nicht|nicht (\p{L}+ )?(umgewandelt|umgestellt|moglich|ausgefuhrt)|error(es)?|fall(os?|ad[oa]s?|id[oa]s?)|rechazad\w+|bloquead\w+|imposible|no (se|ha|han|fue|fueron)|erreurs?|echecs?|echoue\w*|refuse\w*|impossible|n'(a|ont|est|etait) pas|error[ei]|fallit\w+|rifiutat\w+|bloccat\w+|impossibile|non (e|sono|ha|hanno) stat\w|non (e|sono) (possibile|riuscit\w)|fout(en)?|mislukt|geweigerd|geblokkeerd|(is|zijn|kon|konden|werd|werden) (\p{L}+ ){0,3}niet)\b/u;
const LONGEST = 300;

/** `0 failed`, `no errors`, `Fehler: 0`: the same words, where there were none. */
const NONE =
  /\b(0|no|without( any)?|zero|keine?|ohne|sin|ningun|aucune?|sans|nessun|senza|geen|zonder) (errors?|failed|failures?|rejected|denied|blocked|fehler\w*|fehlgeschlagen\w*|abgelehnt\w*|error[ei]s?|fall(os?|id[oa]s?)|rechazad\w+|erreurs?|echecs?|echoue\w*|refuse\w*|fallit\w+|rifiutat\w+|fout(en)?|mislukt\w*|geweigerd\w*)\b|\b(errors?|failed|rejected|fehler|fehlgeschlagen|abgelehnt|error[ei]s?|fallos|fallidos|rechazados|erreurs?|echecs?|refuses?|errori|falliti|rifiutati|fouten|mislukt|geweigerd) ?[:=]? ?0\b/gu;

export const saysRefusal = (text: string): boolean =>
  // With a dot behind it: in brackets at the end of a label stands a mere remark, which is dropped.
  text.length <= LONGEST && REFUSED.test(labelKey(`${text}.`).replaceAll(NONE, ''));

/** Everything that stands on the page before something is pressed and says that something was not done. */
export function refusalsBefore(root: Element = document.body): ReadonlySet<string> {
  const before = new Set<string>();
  for (const node of textNodes(root)) if (saysRefusal(node.data)) before.add(foldSpaces(node.data));
  return before;
}

/** What a page says since, on a banner or a note that goes again: the text around the words, or `undefined`. */
export function refusalSince(before: ReadonlySet<string>, { texts }: Survey): string | undefined {
  for (const { node, element } of texts) {
    const text = foldSpaces(node.data);
    if (!saysRefusal(text) || before.has(text) || !isShown(element)) continue;
    const whole = foldSpaces(element.textContent ?? '');
    return whole.length <= LONGEST ? whole : text;
  }
  return undefined;
}

const FIELD =
  'input:not([type=hidden],[type=button],[type=submit],[type=reset],[type=image]),select,textarea,[role=checkbox],[role=switch],[role=radio],[role=combobox],[role=listbox],[role=textbox],[role=spinbutton]';

/** Whether something is to be chosen or filled in there besides: whoever answers then says more than yes or no. */
export function holdsField(question: Element): boolean {
  for (const element of elements(question)) {
    if (!element.matches(FIELD) || element.closest('[aria-hidden=true]') !== null) continue;
    if (element.matches(':disabled,[readonly],[aria-disabled=true],[aria-readonly=true]')) continue;
    // A box may be drawn by something else, and be transparent itself.
    if (element.checkVisibility?.({ visibilityProperty: true } as CheckVisibilityOptions) !== false) return true;
  }
  return false;
}
