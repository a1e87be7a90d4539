import type { Money } from '../../core/facts.ts';
import { readColumn } from '../../core/money/column.ts';
import { type CurrencyReading, detectCurrency } from '../../core/money/currency.ts';
import { type MoneyHints, parseMoney, sameMoney } from '../../core/money/money.ts';
import { boxOf, flatContains, flatParent, foldSpaces, isShown, overlap, textNodes } from './dom.ts';
import { isName, namedBy, valueHolder } from './fields.ts';
import { cellText, columnTexts, type Grid } from './grid.ts';
import { keptLayers } from './layers.ts';
import { moneyHints } from './money-hints.ts';
import { onOwnLine, pairedWith } from './own-line.ts';
import type { GridRow } from './rows.ts';
import { looksLikeMoney } from './shapes.ts';
import { readUnstruck } from './struck.ts';
import { surveyed } from './survey.ts';
import type { ColumnConcept } from './vocabulary/columns.ts';
import { labelKey } from './vocabulary/label.ts';

/** Reads a column of amounts by what the whole column tells: its decimal mark, a currency in its header. */
export function moneyColumn(
  grid: Grid,
  concept: ColumnConcept,
  said: MoneyHints = moneyHints(),
): (row: GridRow) => Money | undefined {
  const hints = columnHints(grid, concept, said);
  return (row) => {
    const reading = parseMoney(cellText(grid, row, concept) ?? '', hints);
    return reading.kind === 'ok' ? reading.money : undefined;
  };
}

/** What a column of amounts tells of how amounts are printed there. */
function columnHints(grid: Grid, concept: ColumnConcept, said: MoneyHints): MoneyHints {
  const { mark } = readColumn(columnTexts(grid, concept), said.mark);
  const index = grid.columns.get(concept)?.index;
  const header = index === undefined ? undefined : grid.header.cells[index]?.element.textContent;
  const named = /\(([^)]+)\)|\b([A-Z]{3})\b|(\p{Sc})/u.exec(header ?? '');
  const unit = named === null ? undefined : detectCurrency((named[1] ?? named[2] ?? named[3] ?? '').trim());
  if (unit?.kind === 'ok') return { mark, currency: unit.currency };
  return { mark, currency: fitting(unit, said.currency), currencySaid: said.currencySaid };
}

/** What is said of the currency, unless the page shows that it is another one. */
const fitting = (shown: CurrencyReading | undefined, said: string | undefined): string | undefined =>
  shown?.kind === 'ambiguous' && !shown.candidates.includes(said ?? '') ? undefined : said;

/** What a page's prices say of their currency, where that is less than all: a sign of several, or nothing; and what the partner said. */
export interface UnclearCurrency {
  readonly sign: string;
  /** As the partner said it; absent: nothing was said. */
  readonly said?: string;
  /** Whether what was said can be the sign's, so that the prices are read by it. */
  readonly fits: boolean;
}

/** So many prices of a list tell how all of them are printed. */
const ENOUGH = 50;

/** The first price of a column whose currency the page leaves open. */
export function unclearCurrency(whole: Grid, concept: ColumnConcept, said = moneyHints()): UnclearCurrency | undefined {
  if (whole.columns.get(concept)?.state !== 'ok') return undefined;
  const grid = { ...whole, rows: whole.rows.slice(0, ENOUGH) };
  const alone = columnHints(grid, concept, { mark: said.mark });
  for (const row of grid.rows) {
    const text = cellText(grid, row, concept) ?? '';
    const { kind } = parseMoney(text, alone);
    if (
      kind !== 'no-currency' &&
      !(kind === 'ambiguous' && parseMoney(text, { ...alone, mark: 'point' }).kind === kind)
    )
      continue;
    const header = grid.columns.get(concept)?.header ?? '';
    const sign = signOf(text) || (/\p{Sc}/u.exec(header)?.[0] ?? '');
    const hints = columnHints(grid, concept, said);
    const fits = said.currency !== undefined && parseMoney(text, hints).kind !== kind;
    return { sign, fits, ...(said.currency !== undefined && { said: said.currency }) };
  }
  return undefined;
}

const signOf = (text: string): string => text.replace(/[\d\s.,'’()+−–-]/gu, '');

/**
 * What a page's lists tell of how its other amounts are printed: the decimal mark that they show, if it is the same in all of them,
 * else the partner's setting; the currency that their headers name, if it is one.
 */
function pageHints(grids: readonly Grid[], said: MoneyHints): MoneyHints {
  const columns = grids.flatMap((grid) =>
    (['total', 'price'] as const).map((concept) => columnHints(grid, concept, {})),
  );
  const mark = only(columns.map((one) => one.mark)) ?? said.mark;
  const named = only(columns.map((one) => one.currency));
  return named === undefined ? { ...said, mark } : { mark, currency: named };
}

function only<T>(values: readonly (T | undefined)[]): T | undefined {
  const said = new Set(values.filter((value) => value !== undefined));
  return said.size === 1 ? [...said][0] : undefined;
}

const TOTAL =
  /^(grand |order |cart )?(total|gesamt(betrag|summe)?|summe|endbetrag|importe total|montant total|totale|importo totale|totaal(bedrag)?)\b/;

/**
 * The total that a page prints for its order, outside its lists: the one amount beside a label that begins with "total". Two make none,
 * and so does one that can be read as two numbers where neither the lists nor the partner's setting tell which.
 */
export function printedTotal(root: Element, grids: readonly Grid[], said = moneyHints()): Money | undefined {
  const kept = [...keptLayers()];
  const except = [...grids.map((grid) => grid.element), ...kept];
  const hints = pageHints(grids, said);
  const found: Money[] = [];
  for (const { label, words } of totalLabels(root, except)) {
    const money =
      inlineAmount(words, hints) ??
      amountHeld(label, hints) ??
      amountBeside(label, root, hints, kept) ??
      amountPaired(label, root, hints);
    if (money !== undefined) found.push(money);
  }
  for (const control of surveyed(root).controls) {
    const money = amountShown(control, hints);
    if (money !== undefined && !except.some((area) => flatContains(area, control))) found.push(money);
  }
  return found.every((money) => sameMoney(money, found[0])) ? stated(found) : undefined;
}

/** The total in a field that cannot be written into and is called so. */
function amountShown(control: Element, hints: MoneyHints): Money | undefined {
  if (!(control instanceof HTMLInputElement) || !(control.readOnly || control.disabled) || !isShown(control)) return;
  return TOTAL.test(labelKey(namedBy(control))) ? amountIn(control.value.trim(), hints) : undefined;
}

/** What a list of pairs or a table ties to a label. */
function amountHeld(label: Element, hints: MoneyHints): Money | undefined {
  const holder = valueHolder(label);
  return holder === undefined ? undefined : amountIn(readUnstruck(holder), hints);
}

function amountIn(text: string, hints: MoneyHints): Money | undefined {
  if (!looksLikeMoney(text) || parseMoney(text, { mark: hints.mark }).kind === 'no-currency') return undefined;
  const reading = parseMoney(text, hints);
  return reading.kind === 'ok' ? reading.money : undefined;
}

/** Of equal amounts the one that says its own currency. */
const stated = (equal: readonly Money[]): Money | undefined =>
  equal.find(({ currencySaid }) => currencySaid === undefined) ?? equal[0];

function* totalLabels(root: Element, except: readonly Element[]): Generator<{ label: Element; words: string }> {
  for (const node of textNodes(root)) {
    if (node.data.length > 60 || !TOTAL.test(labelKey(node.data))) continue;
    const label = flatParent(node);
    if (label !== null && isShown(label) && !except.some((area) => flatContains(area, label)))
      yield { label, words: foldSpaces(node.data) };
  }
}

/** What the totals that a page prints outside its lists say of their currency, where that is less than all. */
export function unclearTotal(root: Element, grids: readonly Grid[], said = moneyHints()): UnclearCurrency | undefined {
  const kept = [...keptLayers()];
  const except = [...grids.map((grid) => grid.element), ...kept];
  const hints = pageHints(grids, said);
  for (const { label } of totalLabels(root, except)) {
    const text = textsBesideLabel(label, root, kept).find((one) => {
      const reading = parseMoney(one, {
        mark: hints.mark ?? 'point',
        currency: hints.currencySaid ? undefined : hints.currency,
      });
      return reading.kind === 'ambiguous' && reading.about === 'currency';
    });
    if (text === undefined) continue;
    const fits =
      said.currency !== undefined && parseMoney(text, { ...hints, mark: hints.mark ?? 'point' }).kind === 'ok';
    return { sign: signOf(text), fits, ...(said.currency !== undefined && { said: said.currency }) };
  }
  return undefined;
}

/** All amounts that a page prints outside its lists, each once: at most `most`, as they stand. */
export function printedAmounts(root: Element, grids: readonly Grid[], most: number, said = moneyHints()): Money[] {
  const except = [...grids.map((grid) => grid.element), ...keptLayers()];
  const hints = pageHints(grids, said);
  const found = new Map<string, Money>();
  for (const node of textNodes(root)) {
    if (found.size >= most || node.data.length > 60 || !/\d/.test(node.data)) continue;
    const text = foldSpaces(node.data);
    // `Subtotal: € 12.50` in one text.
    const printed = text.slice(text.lastIndexOf(':') + 1).trim();
    if (!looksLikeMoney(printed) || parseMoney(printed, { mark: hints.mark }).kind === 'no-currency') continue;
    const element = flatParent(node);
    if (element === null || !isShown(element) || except.some((area) => flatContains(area, element))) continue;
    const reading = parseMoney(printed, hints);
    if (reading.kind !== 'ok') continue;
    const { amountMinor, currency } = reading.money;
    const key = `${amountMinor} ${currency}`;
    const known = found.get(key);
    found.set(key, known === undefined ? reading.money : (stated([known, reading.money]) ?? reading.money));
  }
  return [...found.values()];
}

/** `Total: € 12.50`, `Total € 12.50`. */
function inlineAmount(text: string, hints: MoneyHints): Money | undefined {
  const words = text
    .slice(text.lastIndexOf(':') + 1)
    .trim()
    .split(' ');
  for (let from = text.includes(':') ? 0 : 1; from < words.length; from += 1) {
    const printed = words.slice(from).join(' ');
    if (!looksLikeMoney(printed) || parseMoney(printed, { mark: hints.mark }).kind === 'no-currency') continue;
    const reading = parseMoney(printed, hints);
    if (reading.kind === 'ok') return reading.money;
  }
  return undefined;
}

/** The amount that stands alone with its label among other such pairs: above it, below it, or at the other end of a wide line. */
function amountPaired(label: Element, root: Element, hints: MoneyHints): Money | undefined {
  const { texts } = surveyed(root);
  const far = onOwnLine(label, texts);
  const printed = pairedWith(label, texts, isName) ?? (far?.isPair ? far.text : undefined);
  return printed === undefined ? undefined : amountIn(printed, hints);
}

function amountBeside(label: Element, root: Element, hints: MoneyHints, except: readonly Element[]): Money | undefined {
  for (const text of textsBesideLabel(label, root, except)) {
    // A number without a currency may count anything.
    if (parseMoney(text, { mark: hints.mark }).kind === 'no-currency') continue;
    const reading = parseMoney(text, hints);
    if (reading.kind === 'ok') return reading.money;
  }
  return undefined;
}

/** So far behind its label an amount stands at most. */
const MOST_BEHIND = 900;

/** What looks like an amount on the line of a label, the nearest first. */
function textsBesideLabel(label: Element, root: Element, except: readonly Element[]): string[] {
  const box = boxOf(label);
  const found: { text: string; distance: number }[] = [];
  for (const node of textNodes(root)) {
    const text = foldSpaces(node.data);
    if (!looksLikeMoney(text)) continue;
    const element = flatParent(node);
    if (element === null || except.some((area) => flatContains(area, element))) continue;
    const other = boxOf(element);
    if (overlap(box.top, box.bottom, other.top, other.bottom) < 4 || other.left < box.left) continue;
    const distance = other.left - box.left;
    if (distance < MOST_BEHIND) found.push({ text, distance });
  }
  return found.toSorted((a, b) => a.distance - b.distance).map(({ text }) => text);
}
