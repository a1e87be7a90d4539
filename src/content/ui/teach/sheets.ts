import panelCss from './panel.css?inline';
import pointerCss from './pointer.css?inline';

const made = new Map<string, CSSStyleSheet>();

/** Made when they are first needed: most pages are never taught. */
function sheet(css: string): CSSStyleSheet {
  const known = made.get(css);
  if (known !== undefined) return known;
  const fresh = new CSSStyleSheet();
  fresh.replaceSync(css);
  made.set(css, fresh);
  return fresh;
}

export const panelSheet = (): CSSStyleSheet => sheet(panelCss);
export const pointerSheet = (): CSSStyleSheet => sheet(pointerCss);
