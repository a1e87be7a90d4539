import type { LearnedData } from '../../core/messages/amounts-data.ts';
import { ObservationRecord } from '../../core/records/observation.ts';
import { type Learned, learnTiers } from '../../core/rules/discount/learn.ts';
import { observeRecalculation } from '../../core/rules/discount/observe.ts';
import { log } from '../db/log.ts';
import { readable } from '../db/readable.ts';
import { observationRow } from '../db/rows.ts';
import { read, write } from '../db/transact.ts';
import { stamped } from '../merge/stamp.ts';
import { changeStated, readStated, withSchedule } from '../stated-discounts.ts';
import type { Handler } from './handler.ts';

export const observe: Handler<'discount.observe'> = async (body, { at, today }) => {
  const { id, customer, duration, before, after, url } = body;
  const { observations, unlearned } = observeRecalculation(before, after, { duration, on: today });
  const stored = await write(['observations'], async (tx) => {
    const store = tx.objectStore('observations');
    let count = 0;
    for (const observation of observations) {
      const own = `${id}:${observation.sku}`;
      if ((await store.getKey(own)) !== undefined) continue;
      const record: ObservationRecord = {
        ...stamped(own, 'page', at),
        ...observation,
        ...(customer && { customer }),
        seen: { at, url },
      };
      await store.put(observationRow(record));
      count++;
    }
    return count;
  });
  const { learned: known } = await learnedOf(observations.map(({ sku }) => sku));
  return { stored, unlearned: [...unlearned], learned: known.map(plain) };
};

export const learned: Handler<'discount.learned'> = async ({ skus }) => {
  const { learned: known, unreadable } = await learnedOf(skus);
  return { learned: known.map(plain), unreadable };
};

export const forget: Handler<'discount.forget'> = ({ ids }) =>
  write(['observations'], async (tx) => {
    const store = tx.objectStore('observations');
    const rows = (await Promise.all(ids.map((id) => store.get(id)))).filter((row) => row !== undefined);
    for (const id of ids) await store.delete(id);
    return { forgotten: [...readable(ObservationRecord, rows).records] };
  });

export const remember: Handler<'discount.remember'> = async ({ forgotten }) => {
  await write(['observations'], async (tx) => {
    const store = tx.objectStore('observations');
    for (const record of forgotten)
      if ((await store.getKey(record.id)) === undefined) await store.put(observationRow(record));
  });
  return {};
};

export const put: Handler<'discount.put'> = async ({ schedule }) => {
  await changeStated((schedules) => withSchedule(schedules, schedule));
  return allStated();
};

export const drop: Handler<'discount.drop'> = async ({ id }) => {
  await changeStated((schedules) =>
    schedules.some((one) => one.id === id) ? schedules.filter((one) => one.id !== id) : schedules,
  );
  return allStated();
};

export const stated: Handler<'discount.stated'> = () => allStated();

async function allStated() {
  const { schedules, unreadable } = await readStated();
  return { schedules, unreadable: unreadable.length };
}

/** What was learned of these products, or of all. */
export async function learnedOf(
  skus: readonly string[] | undefined,
): Promise<{ readonly learned: readonly Learned<ObservationRecord>[]; readonly unreadable: number }> {
  const rows = await read(['observations'], async (tx) => {
    const store = tx.objectStore('observations');
    if (skus === undefined) return store.getAll();
    const index = store.index('sku');
    return (await Promise.all([...new Set(skus)].map((sku) => index.getAll(sku)))).flat();
  });
  const { records, unreadable } = readable(ObservationRecord, rows);
  if (unreadable > 0) await log('records-unreadable', `observations: ${unreadable}`);
  return { learned: learnTiers(records), unreadable };
}

/** Only what the contract holds; the observations' stamps stay here. */
export const plain = ({ sku, duration, tiers, single, contradictions }: Learned<ObservationRecord>): LearnedData => ({
  sku,
  duration,
  tiers: tiers.map((tier) => ({ ...tier, observations: [...tier.observations] })),
  single: single.map((tier) => ({ ...tier, observations: [...tier.observations] })),
  contradictions: contradictions.map((set) => [...set]),
});
