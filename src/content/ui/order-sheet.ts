import css from './order.css?inline';

let sheet: CSSStyleSheet | undefined;

/** What only the order panel is drawn by. */
export function orderSheet(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}
