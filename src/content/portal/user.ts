import { boxOf, elements, foldSpaces, isShown } from './dom.ts';
import { labelKey } from './vocabulary/label.ts';

const SIGNED_IN =
  /^(?:signed in as|logged in as|welcome|angemeldet als|willkommen|sesion iniciada como|conectado como|bienvenid[oa]|connecte en tant que|bienvenue|accesso (?:effettuato )?come|benvenut[oa]|ingelogd als|aangemeld als|welkom)[ ,:]+/;
const MAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
/** Two to four words, each with a capital: what a person is called. */
const NAME = /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Ll}{1,3} )?\p{Lu}[\p{L}'’.-]*){1,3}$/u;
/** As high as a portal's top bar. */
const TOP = 90;

/**
 * Who is logged in, where the page's top bar shows it: after words like "Logged in as", else a mail address or a person's
 * name at the bar's end. Only noted in the history, so a page that shows nothing of the kind costs nothing.
 */
export function userName(): string | undefined {
  let best: { name: string; end: number } | undefined;
  for (const element of elements(document.body)) {
    if (element.childElementCount > 0 || !isShown(element)) continue;
    const text = foldSpaces(element.textContent ?? '');
    if (text.length < 3 || text.length > 80) continue;
    const box = boxOf(element);
    if (box.top > TOP || box.bottom < 0) continue;
    const said = SIGNED_IN.exec(labelKey(text));
    if (said !== null) return text.slice(said[0].length).trim() || undefined;
    if (!MAIL.test(text) && !(NAME.test(text) && !element.closest('nav,h1,h2,a[href]'))) continue;
    const end = getComputedStyle(document.body).direction === 'rtl' ? innerWidth - box.left : box.right;
    if (end < innerWidth * 0.6) continue;
    if (best === undefined || end > best.end) best = { name: text, end };
  }
  return best?.name;
}
