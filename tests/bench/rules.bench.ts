import Big from 'big.js';
import type { CalendarDate, DeviceFacts, PbxFacts } from '../../src/core/facts.ts';
import type { DiscountSchedule } from '../../src/core/rules/discount/schedule.ts';
import { conversionEligibilities } from '../../src/core/rules/eligibility.ts';
import { DEFAULT_PRORATION } from '../../src/core/rules/proration.ts';
import type { Cart } from '../../src/core/rules/quote/cart.ts';
import { quote } from '../../src/core/rules/quote/quote.ts';

/** Ours against a reference in the same run: only the ratio means anything on another machine. */
export interface BenchResult {
  readonly name: string;
  readonly oursMs: number;
  readonly referenceMs: number;
  readonly ratio: number;
}

const LINES = 1_000;
const DEVICES = 10_000;
const date = (text: string): CalendarDate => text as CalendarDate;

const schedule: DiscountSchedule = {
  id: 'order',
  scope: { kind: 'order' },
  model: 'volume',
  per: 'term',
  tiers: [{ from: 100, percent: '7.5' }],
  source: 'settings',
};

const cart: Cart = {
  lines: Array.from({ length: LINES }, (_, i) => ({
    sku: `SKU-${i % 300}`,
    quantity: (i % 40) + 1,
    price: { decimal: `${(i % 900) + 1}.${String(i % 100).padStart(2, '0')}`, currency: 'EUR', per: 'term' as const },
  })),
  currency: 'EUR',
  duration: 'P1Y',
  schedules: [schedule],
  proration: DEFAULT_PRORATION,
  joining: { from: date('2020-08-01'), expiration: date('2021-05-01') },
};

/** The same six amounts per line and their sums, one decimal operation after another. */
function naiveQuote(): Big[] {
  const [discounted, first, six] = [new Big('0.925'), new Big(273).div(365), new Big(6).div(12)];
  const sums = Array.from({ length: 6 }, () => new Big(0));
  for (const { quantity, price } of cart.lines) {
    const list = new Big(price?.decimal ?? 0).times(quantity);
    const net = list.times(discounted);
    const [listed, term] = [list.round(2, Big.roundHalfUp), net.round(2, Big.roundHalfUp)];
    const month = net.div(12).round(2, Big.roundHalfUp);
    const charged = net.times(first).round(2, Big.roundHalfUp);
    const half = net.times(six).round(2, Big.roundHalfUp);
    [listed, term, listed.minus(term), month, charged, half].forEach((amount, i) => {
      sums[i] = (sums[i] ?? new Big(0)).plus(amount);
    });
  }
  return sums;
}

const pbxes: PbxFacts[] = Array.from({ length: 40 }, (_, i) => ({
  name: `PBX ${i}`,
  term: (['P1M', 'P1Y', 'P5Y', 'lifetime'] as const)[i % 4] ?? 'P1Y',
  expiration: date(i % 7 === 0 ? '2024-01-01' : '2026-01-01'),
}));

const devices: DeviceFacts[] = Array.from({ length: DEVICES }, (_, i) => ({
  key: `S${i}`,
  serial: `S${i}`,
  pbx: `PBX ${i % 40}`,
  contract: (['capex', 'capex', 'capex', 'hwaas', 'unknown'] as const)[i % 5] ?? 'capex',
}));

/** A loop that reads the same fields of device and PBX and keeps one word per device, without reasons. */
function bareVerdicts(): string[] {
  const byName = new Map(pbxes.map((pbx) => [pbx.name, pbx]));
  const today = '2024-06-15';
  const verdicts: string[] = [];
  for (const { contract, pbx: name } of devices) {
    const pbx = name === undefined ? undefined : byName.get(name);
    const good =
      pbx?.term !== undefined && pbx.term !== 'lifetime' && (pbx.expiration ?? '') > today && pbx.hardware !== 'rental';
    verdicts.push(contract === 'capex' && good ? 'yes' : 'no');
  }
  return verdicts;
}

/** Medians of interleaved rounds, so that a busy moment hits both alike. */
function compare(name: string, ours: () => unknown, reference: () => unknown, rounds = 60): BenchResult {
  const times: [number[], number[]] = [[], []];
  for (let round = -20; round < rounds; round++) {
    [ours, reference].forEach((work, i) => {
      const start = performance.now();
      work();
      const took = performance.now() - start;
      if (round >= 0) times[i === 0 ? 0 : 1].push(took);
    });
  }
  const [oursMs, referenceMs] = times.map(
    (all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN,
  ) as [number, number];
  return { name, oursMs, referenceMs, ratio: oursMs / referenceMs };
}

/** Checks that both sides mean the same before it times them. */
export function benchRules(): readonly BenchResult[] {
  const total = quote(cart).total;
  const [, term, , , first] = naiveQuote().map((sum) => sum.times(100).toNumber());
  if (total?.perTerm.amountMinor !== term || total?.firstCharge?.amountMinor !== first)
    throw new Error('the sums differ');
  const judge = () => conversionEligibilities(devices, pbxes, date('2024-06-15'));
  const yes = (verdicts: readonly string[]): number => verdicts.filter((verdict) => verdict === 'yes').length;
  if (yes(judge().map((one) => one.verdict)) !== yes(bareVerdicts())) throw new Error('the verdicts differ');
  return [
    compare(`quote of ${LINES} lines / naive big.js sums`, () => quote(cart), naiveQuote),
    compare(`verdicts of ${DEVICES} devices / bare loop`, judge, bareVerdicts),
  ];
}
