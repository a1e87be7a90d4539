import type { CalendarDate, DeviceFacts, Term } from '../facts.ts';
import { fill } from '../fill.ts';
import type { TransferAdvice, TransferEnd } from './transfer.ts';

/** What Customer Care is asked for (R9). */
export interface TransferTicket {
  readonly from: TransferEnd;
  readonly to: TransferEnd;
  readonly devices: readonly DeviceFacts[];
}

/**
 * The caller's words, in its language. `{name}` stands for a fact: in `subject` {count} {from} {to}; in `pbx` {pbx}
 * {customer} {term} {expiration}; in `device` {model} {serial} {mac}.
 */
export interface TicketWords {
  readonly subject: string;
  readonly opening: string;
  readonly fromHeading: string;
  readonly toHeading: string;
  readonly pbx: string;
  readonly devicesHeading: string;
  readonly device: string;
  readonly reasonsHeading: string;
  readonly closing: string;
  /** Stands for a fact that is not known. */
  readonly notKnown: string;
  readonly terms: Readonly<Record<Term, string>>;
  readonly date: (date: CalendarDate) => string;
}

/**
 * The ticket's subject and body from the facts, the reasons in the caller's sentences. `undefined` unless the advice is a
 * ticket: nothing is asked for that works by itself or that cannot be.
 */
export function transferTicketText(
  ticket: TransferTicket,
  advice: TransferAdvice,
  words: TicketWords,
  reasons: readonly string[],
): { readonly subject: string; readonly body: string } | undefined {
  if (advice.way !== 'ticket') return undefined;
  const { from, to, devices } = ticket;
  const known = (value: string | undefined): string =>
    value === undefined || value.trim() === '' ? words.notKnown : value;
  const pbx = ({ pbx: { name, term, expiration }, customer }: TransferEnd): string =>
    fill(words.pbx, {
      pbx: name,
      customer: known(customer),
      term: known(term && words.terms[term]),
      expiration: known(expiration && words.date(expiration)),
    });
  const device = ({ model, serial, mac }: DeviceFacts): string =>
    fill(words.device, { model: known(model), serial: known(serial), mac: known(mac) });
  const body = [
    words.opening,
    section(words.fromHeading, [pbx(from)]),
    section(words.toHeading, [pbx(to)]),
    section(words.devicesHeading, devices.map(device)),
    section(words.reasonsHeading, reasons),
    words.closing,
  ];
  const subject = fill(words.subject, { count: String(devices.length), from: from.pbx.name, to: to.pbx.name });
  return { subject, body: body.filter((part) => part !== '').join('\n\n') };
}

const section = (heading: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [heading, ...lines].join('\n');
