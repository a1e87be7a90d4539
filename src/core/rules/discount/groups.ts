import { ratio, times } from '../../money/ratio.ts';
import { groupBy } from '../group-by.ts';
import { type Cart, type CartLine, perTerm } from '../quote/cart.ts';
import { type Effect, effectAt } from './effect.ts';
import { type DiscountSchedule, scheduleFor } from './schedule.ts';

/** The lines that one schedule prices together, and what it does to them. Amounts of the effect are per term. */
export interface Group {
  readonly schedule: DiscountSchedule;
  readonly lines: readonly CartLine[];
  readonly units: number;
  readonly effect: Effect;
}

export interface Grouping {
  /** The group of each line, in the cart's order; absent: no discount applies, or two contradict. */
  readonly byLine: readonly (Group | undefined)[];
  /** Lines that equally narrow schedules claim; priced without discount. */
  readonly contradictory: readonly CartLine[];
}

/** Which schedule prices which lines (R4), with quantities added up over its scope. */
export function groupLines({ lines, schedules, duration }: Pick<Cart, 'lines' | 'schedules' | 'duration'>): Grouping {
  const chosen = new Map<string, ReturnType<typeof scheduleFor>>();
  const scheduleOf = lines.map((line) => {
    const key = JSON.stringify([line.sku, line.category]);
    if (!chosen.has(key)) chosen.set(key, scheduleFor(line, schedules, duration));
    return chosen.get(key);
  });
  const members = groupBy(lines.keys(), (i) => scheduleOf[i]);
  const groups = new Map<unknown, Group>();
  for (const [schedule, indexes] of members) {
    if (schedule === undefined || schedule === 'contradictory') continue;
    const own = indexes.flatMap((i) => lines[i] ?? []);
    groups.set(schedule, groupOf(schedule, own, duration));
  }
  return {
    byLine: scheduleOf.map((schedule) => groups.get(schedule)),
    contradictory: (members.get('contradictory') ?? []).flatMap((i) => lines[i] ?? []),
  };
}

function groupOf(schedule: DiscountSchedule, lines: readonly CartLine[], duration: Cart['duration']): Group {
  const units = lines.reduce((sum, line) => sum + line.quantity, 0);
  return { schedule, lines, units, effect: termEffect(schedule, units, duration) };
}

/** {@link effectAt} with its amount per term. */
export function termEffect(schedule: DiscountSchedule, units: number, duration: Cart['duration']): Effect {
  const effect = effectAt(schedule, units);
  return { ...effect, amount: times(effect.amount, perTerm(ratio(1), schedule.per, duration)) };
}
