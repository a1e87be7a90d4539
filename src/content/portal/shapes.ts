import { parseAmount } from '../../core/money/amount.ts';
import { looksLikeDate } from './dates.ts';
import type { ColumnConcept } from './vocabulary/columns.ts';
import { parseContract, parseTerm } from './vocabulary/values.ts';

const MAC = /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$|^(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}$|^[0-9a-f]{12}$/i;
const SERIAL = /^(?=.*\d)[a-z0-9](?:[a-z0-9]|[-_./](?=[a-z0-9])){4,39}$/i;

export const isMac = (text: string): boolean => MAC.test(text);
export const isSerial = (text: string): boolean => SERIAL.test(text) && !looksLikeDate(text);

/** An article number beside a name: one word of capitals and digits. */
export const isCode = (text: string): boolean => /^(?=.*[A-Z])[A-Z0-9][A-Z0-9._/-]{2,39}$/.test(text);

/** A count as printed: `−186`, `1.234`, `12 pcs`. `undefined` where it is none. */
export function parseCount(text: string): number | undefined {
  const match = /^([-−–]?)\s*(\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+|\d+)(?:\s*\p{L}{1,12}\.?)?$/u.exec(text);
  if (match === null) return undefined;
  const value = Number((match[2] ?? '').replace(/\D/g, ''));
  return Number.isSafeInteger(value) ? (match[1] === '' ? value : -value) : undefined;
}

/** Signs of currencies that are words (`kr`, `zł`) are known one by one. */
export const looksLikeMoney = (text: string): boolean =>
  /\d/.test(text) &&
  text.length <= 40 &&
  (/^[\p{Sc}A-Z\s\d.,'’()−–-]+$/u.test(text) || parseAmount(text).kind !== 'malformed');

/** Which values a column of a concept may hold. A concept without a shape takes any text. */
export const SHAPES: Readonly<Partial<Record<ColumnConcept, (text: string) => boolean>>> = {
  serial: isSerial,
  mac: isMac,
  contract: (text) => parseContract(text) !== 'unknown',
  term: (text) => parseTerm(text) !== undefined,
  expiration: looksLikeDate,
  purchased: looksLikeDate,
  date: looksLikeDate,
  dueDate: looksLikeDate,
  invoiceDate: looksLikeDate,
  shipmentDate: looksLikeDate,
  stock: (text) => parseCount(text) !== undefined,
  quantity: (text) => parseCount(text) !== undefined,
  price: looksLikeMoney,
  total: looksLikeMoney,
  amount: looksLikeMoney,
};
