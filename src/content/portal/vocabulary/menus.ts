import { labelKey } from './label.ts';

/** What a button is called that opens a menu of further actions. Words: en | de | es | fr | it | nl. */
const MENU_WORDS =
  'Actions|Action|More|More actions|More options|Other actions|Options|Aktionen|Aktion|Mehr|Weitere|Weitere Aktionen|Mehr Aktionen|Weitere Optionen|Optionen|Acciones|Acción|Más|Más acciones|Otras acciones|Más opciones|Opciones|Plus|Plus d’actions|Plus d’options|Autres actions|Azioni|Azione|Altro|Altre azioni|Altre opzioni|Opzioni|Acties|Actie|Meer|Meer acties|Meer opties|Andere acties|Opties|more_vert|more_horiz';
const WORDS: ReadonlySet<string> = new Set(MENU_WORDS.split('|').map(labelKey));

/** Three dots, three lines, in any direction. */
const SIGNS = /^(?:\.{3}|[…⋯⋮︙︰⁝≡☰]|[•·.]\s?[•·.]\s?[•·.])$/u;
/** An arrow or a triangle that points down, after the word. */
const ARROW = /[\s▾▼⌄˅▿∨⏷🞃]+$/u;

export const opensMenu = (label: string): boolean =>
  SIGNS.test(label.trim()) || WORDS.has(labelKey(label.replace(ARROW, '')));
