import type { Instant } from './facts.ts';
import { fill } from './fill.ts';
import type { RunDevice, RunRecord } from './records/run.ts';

/**
 * The caller's words, in its language. `{name}` stands for a fact: in `subject` {count} {customer}; in `customer`
 * {customer}; in `pbx` {pbx}; in `device` and `unanswered` {model} {serial} {mac} {agreed} {looked}.
 */
export interface CareWords {
  readonly subject: string;
  readonly opening: string;
  readonly customer: string;
  readonly pbx: string;
  readonly device: string;
  /** A device of which it was not seen whether WMP took the Agree. */
  readonly unanswered: string;
  readonly closing: string;
  /** Stands for a fact that is not known. */
  readonly notKnown: string;
  /** With its time zone: who reads it may sit elsewhere. */
  readonly instant: (instant: Instant) => string;
}

/**
 * What Customer Care is asked, as plain text: devices that were agreed to and not shown as HWaaS when Devices was read after
 * the ten minutes that a conversion may take (R8). `undefined` where there is none.
 */
export function careText(
  run: RunRecord,
  words: CareWords,
): { readonly subject: string; readonly body: string } | undefined {
  const missing = run.devices.filter(({ step, notShownAt }) => notShownAt !== undefined && isWaitedFor(step));
  if (missing.length === 0) return undefined;
  const known = (value: string | undefined): string => oneLine(value ?? '') || words.notKnown;
  const line = ({ model, serial, mac, step, agreedAt, notShownAt }: RunDevice): string =>
    fill(step === 'unknown' ? words.unanswered : words.device, {
      model: known(model),
      serial: known(serial),
      mac: known(mac),
      agreed: known(agreedAt && words.instant(agreedAt)),
      looked: known(notShownAt && words.instant(notShownAt)),
    });
  const pbxes = [...new Set(missing.map(({ pbx }) => pbx ?? run.pbx))];
  const ofPbx = (pbx: string | undefined): string =>
    [
      fill(words.pbx, { pbx: known(pbx) }),
      ...missing.filter((device) => (device.pbx ?? run.pbx) === pbx).map(line),
    ].join('\n');
  const customer = known(run.customer.name);
  return {
    subject: fill(words.subject, { count: String(missing.length), customer }),
    body: [words.opening, fill(words.customer, { customer }), ...pbxes.map(ofPbx), words.closing].join('\n\n'),
  };
}

const isWaitedFor = (step: RunDevice['step']): boolean => step === 'accepted' || step === 'unknown';

/** A name with a line break in it must not pass for a line of its own. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
