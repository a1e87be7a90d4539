import './setup.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RefusedError } from '../../../src/background/failures.ts';
import { judge } from '../../../src/background/handlers/devices.ts';
import { seen } from '../../../src/background/handlers/pbxes.ts';
import { plan, resume } from '../../../src/background/handlers/run-plan.ts';
import { abandon, advance, interrupt, list, observe, rewind } from '../../../src/background/handlers/runs.ts';
import { notice } from '../../../src/core/notices.ts';
import { ACME, at, BETA, browser, day, devices, putRaw, rawRows, URL_SEEN } from './setup.ts';

const STEPS = ['selecting', 'selected', 'asked', 'agreeing', 'accepted'] as const;

const planOf = (id: string, keys: string[], customer = ACME) => ({
  id,
  customer,
  devices: devices(...keys),
  url: URL_SEEN,
});

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof RefusedError) return error.reason.code;
    throw error;
  }
  return 'not refused';
};

const upTo = async (id: string, last: (typeof STEPS)[number]) => {
  for (const to of STEPS.slice(0, STEPS.indexOf(last) + 1)) await advance({ id, to }, at());
};

beforeEach(async () => {
  for (const customer of [ACME, BETA])
    await seen(
      {
        customer,
        complete: true,
        url: URL_SEEN,
        pbxes: [
          { name: 'Office', term: 'P1Y', expiration: day('2027-05-01') },
          { name: 'Old', term: 'lifetime' },
        ],
      },
      at(),
    );
});

describe('plan', () => {
  test('journals every device as planned', async () => {
    const { run } = await plan(planOf('r1', ['A', 'B']), at());
    expect(run.devices.map(({ key, step }) => [key, step])).toEqual([
      ['A', 'planned'],
      ['B', 'planned'],
    ]);
    expect((await list({ customer: ACME }, at())).runs).toEqual([run]);
  });

  test('a repeat of the same message gives the same run', async () => {
    const first = await plan(planOf('r1', ['A']), at());
    expect(await plan(planOf('r1', ['A']), at('2026-11-23T10:00:09.000Z'))).toEqual(first);
    expect(await refusalOf(plan(planOf('r1', ['B']), at()))).toBe('another-run');
  });

  test('refuses a second run of the customer while the first one is before its end', async () => {
    await plan(planOf('r1', ['A']), at());
    expect(await refusalOf(plan(planOf('r2', ['B']), at()))).toBe('another-run');
    await upTo('r1', 'agreeing');
    expect(await refusalOf(plan(planOf('r2', ['B']), at()))).toBe('another-run');
    await advance({ id: 'r1', to: 'accepted' }, at());
    expect(await refusalOf(plan(planOf('r2', ['B']), at()))).toBe('not refused');
  });

  test('refuses a device of an open run, for another customer too', async () => {
    await plan(planOf('r1', ['A', 'B']), at());
    expect(await refusalOf(plan(planOf('r2', ['B', 'C'], BETA), at()))).toBe('device-in-run');
  });

  test('refuses a device whose outcome is unknown, and only that', async () => {
    await plan(planOf('r1', ['A']), at());
    await upTo('r1', 'agreeing');
    await interrupt({ id: 'r1', from: 'agreeing', reason: notice('page-left') }, at());
    expect(await refusalOf(plan(planOf('r2', ['A']), at()))).toBe('device-in-run');
    expect(await refusalOf(plan(planOf('r2', ['B']), at()))).toBe('not refused');
  });

  test('of runs that ask at once for the same device, exactly one gets it', async () => {
    const asked = Array.from({ length: 20 }, (_, index) =>
      refusalOf(plan(planOf(`r${index}`, ['A', `X${index}`], index % 2 ? ACME : BETA), at())),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter((code) => code === 'not refused')).toHaveLength(1);
    expect((await list({}, at())).runs).toHaveLength(1);
  });

  test('a device of a run whose record cannot be read stays blocked', async () => {
    await list({}, at());
    await putRaw('runs', { id: 'broken', record: { nonsense: 1 }, customer: 'acme', open: 1, openDevices: ['A'] });
    expect(await refusalOf(plan(planOf('r1', ['A']), at()))).toBe('device-in-run');
    expect(await rawRows('runs')).toHaveLength(1);
  });

  test('judges once more, by what is remembered now', async () => {
    const lifetime = devices('A').map((device) => ({ ...device, pbx: 'Old' }));
    expect(await refusalOf(plan({ ...planOf('r1', []), devices: lifetime }, at()))).toBe('device-not-eligible');
    expect(await refusalOf(plan(planOf('r1', ['A']), at('2027-05-01T10:00:00.000Z')))).toBe('device-not-eligible');
    expect(await refusalOf(plan(planOf('r1', ['A'], { key: 'nobody', name: 'Nobody' }), at()))).toBe(
      'device-not-eligible',
    );
  });

  test('refuses more than the largest batch, and the same device twice', async () => {
    browser.storage.sync.data['settings'] = { largestBatch: 2 };
    expect(await refusalOf(plan(planOf('r1', ['A', 'B', 'C']), at()))).toBe('batch-too-large');
    expect(await refusalOf(plan(planOf('r1', ['A', 'A']), at()))).toBe('row-twice');
  });
});

describe('steps', () => {
  test('go one by one, and a repeat of "agreeing" is refused', async () => {
    await plan(planOf('r1', ['A']), at());
    expect(await refusalOf(advance({ id: 'r1', to: 'agreeing' }, at()))).toBe('run-step-refused');
    await upTo('r1', 'agreeing');
    expect(await refusalOf(advance({ id: 'r1', to: 'agreeing' }, at()))).toBe('run-step-refused');
    expect(await refusalOf(advance({ id: 'none', to: 'agreeing' }, at()))).toBe('record-not-found');
  });

  test('of two that ask at once to agree, one is told yes', async () => {
    await plan(planOf('r1', ['A']), at());
    await upTo('r1', 'asked');
    const both = await Promise.all([1, 2].map(() => refusalOf(advance({ id: 'r1', to: 'agreeing' }, at()))));
    expect(both.sort()).toEqual(['not refused', 'run-step-refused']);
  });

  test('are on disk, flushed, before the answer', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await plan(planOf('r1', ['A']), at());
    await upTo('r1', 'agreeing');
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).toHaveLength(5);
    for (const call of writes) expect(call[2]).toEqual({ durability: 'strict' });
    const [row] = await rawRows('runs');
    expect(row).toMatchObject({
      open: 1,
      openDevices: ['A'],
      record: { revision: 5, devices: [{ step: 'agreeing' }] },
    });
    transaction.mockRestore();
  });

  test('a write that the database refuses is no yes', async () => {
    await plan(planOf('r1', ['A']), at());
    await upTo('r1', 'asked');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(advance({ id: 'r1', to: 'agreeing' }, at())).rejects.toMatchObject({ detail: 'QuotaExceededError' });
    put.mockRestore();
    expect((await list({}, at())).runs[0]?.devices[0]?.step).toBe('asked');
  });
});

test('a transaction that fails when it is committed is no yes either', async () => {
  await plan(planOf('r1', ['A']), at());
  await upTo('r1', 'asked');
  const put = IDBObjectStore.prototype.put;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    const request = put.apply(this, args);
    // The write itself goes well; the disk is full only when all of it is to be kept.
    request.addEventListener('success', () => this.transaction.abort());
    return request;
  });
  await expect(advance({ id: 'r1', to: 'agreeing' }, at())).rejects.toThrow();
  spy.mockRestore();
  expect((await list({}, at())).runs[0]?.devices[0]?.step).toBe('asked');
});

describe('interrupt', () => {
  test('before agreeing nothing was converted, and the run is over', async () => {
    await plan(planOf('r1', ['A']), at());
    await upTo('r1', 'asked');
    const { run } = await interrupt({ id: 'r1', from: 'agreeing', reason: notice('page-left') }, at());
    expect(run).toMatchObject({
      devices: [{ step: 'not-converted' }],
      stopped: { code: 'page-left' },
      endedAt: at().at,
    });
    expect((await list({}, at())).runs).toEqual([]);
    expect((await list({ customer: ACME }, at())).runs).toEqual([run]);
  });

  test('in agreeing it is unknown, unless WMP visibly refused', async () => {
    await plan(planOf('r1', ['A']), at());
    await upTo('r1', 'agreeing');
    const { run } = await interrupt({ id: 'r1', from: 'agreeing', reason: notice('page-left') }, at());
    expect(run.devices[0]?.step).toBe('unknown');
    expect(run.endedAt).toBeUndefined();
    await plan(planOf('r2', ['B'], BETA), at());
    await upTo('r2', 'agreeing');
    const refused = await interrupt({ id: 'r2', reason: notice('portal-refused', { text: 'no' }) }, at());
    expect(refused.run.devices[0]?.step).toBe('not-converted');
  });

  test('changes nothing of an accepted run', async () => {
    await plan(planOf('r1', ['A']), at());
    await upTo('r1', 'accepted');
    const { run } = await interrupt({ id: 'r1', from: 'agreeing', reason: notice('page-left') }, at());
    expect(run).toMatchObject({ devices: [{ step: 'accepted' }], revision: 6 });
    expect(run.stopped).toBeUndefined();
  });
});

describe('observe', () => {
  const look = (...seen: [string, 'hwaas' | 'capex' | 'unknown'][]) =>
    observe({ customer: ACME, url: URL_SEEN, devices: seen.map(([key, contract]) => ({ key, contract })) }, at());

  test('confirms what shows as HWaaS and ends the run with the last one', async () => {
    await plan(planOf('r1', ['A', 'B']), at());
    await upTo('r1', 'accepted');
    const first = await look(['A', 'hwaas'], ['B', 'capex']);
    expect(first.runs[0]?.devices.map(({ step }) => step)).toEqual(['confirmed', 'accepted']);
    expect(first.runs[0]?.endedAt).toBeUndefined();
    const last = await look(['B', 'hwaas']);
    expect(last.runs[0]?.endedAt).toBe(at().at);
    expect((await look(['B', 'hwaas'])).runs).toEqual([]);
  });

  test('another look with nothing new writes nothing', async () => {
    await plan(planOf('r1', ['A']), at());
    await upTo('r1', 'accepted');
    const before = (await look(['A', 'capex'])).runs;
    expect((await look(['A', 'unknown'])).runs).toEqual(before);
  });

  test('looks at the runs of its customer only', async () => {
    await plan(planOf('r1', ['A']), at());
    await upTo('r1', 'accepted');
    const { runs } = await observe({ customer: BETA, url: URL_SEEN, devices: [{ key: 'A', contract: 'hwaas' }] }, at());
    expect(runs).toEqual([]);
  });
});

test('a device of an open run is not eligible again', async () => {
  await plan(planOf('r1', ['A']), at());
  const { verdicts } = await judge({ customer: ACME, devices: devices('A', 'B') }, at());
  expect(verdicts).toEqual([
    { key: 'A', verdict: 'no', reasons: [notice('device-in-run', { key: 'A' })], run: 'planned' },
    { key: 'B', verdict: 'yes', reasons: [] },
  ]);
});

describe('a run whose page is gone', () => {
  const steps = async (id = 'r1') =>
    (await list({ customer: ACME }, at())).runs.find((run) => run.id === id)?.devices.map(({ step }) => step);
  const from = (documentId: string, time?: string) => ({ ...at(time), documentId });

  test.each([
    ['another document', 'd2', 'planned'],
    ['the same document, where WMP may ask still', 'd1', 'unknown'],
    ['a browser that names no document', undefined, 'unknown'],
  ])('is found by %s', async (_, documentId, expected) => {
    await plan(planOf('r1', ['A']), from('d1'));
    await upTo('r1', 'asked');
    const { run } = await abandon({ id: 'r1' }, { ...at(), documentId });
    expect(run.devices.map(({ step }) => step)).toEqual([expected]);
    expect(run.stopped).toEqual({ code: 'page-left' });
  });

  test('is unknown from the selection on where the partner presses Agree himself', async () => {
    await plan({ ...planOf('r1', ['A']), partnerAgrees: true }, from('d1'));
    await upTo('r1', 'selected');
    await abandon({ id: 'r1', from: 'agreeing' }, from('d2'));
    expect(await steps()).toEqual(['unknown']);
  });

  test('is over where it was only tried', async () => {
    await plan({ ...planOf('r1', ['A']), trial: true }, from('d1'));
    await upTo('r1', 'asked');
    expect(await refusalOf(advance({ id: 'r1', to: 'agreeing' }, at()))).toBe('run-step-refused');
    await abandon({ id: 'r1' }, from('d2'));
    expect(await steps()).toEqual(['not-converted']);
  });

  test('is resumed with what is still eligible on the page, by that document', async () => {
    await plan(planOf('r1', ['A', 'B', 'C', 'D']), from('d1'));
    await advance({ id: 'r1', to: 'selecting', keys: ['A'] }, at());
    await abandon({ id: 'r1' }, from('d2'));
    const shown = devices('A', 'B', 'C').map((device) => (device.key === 'B' ? { ...device, pbx: 'Old' } : device));
    const { run } = await resume({ id: 'r1', devices: shown, url: URL_SEEN }, from('d2'));
    expect(run.devices.map(({ step }) => step)).toEqual(['planned', 'not-converted', 'planned', 'not-converted']);
    expect(run).toMatchObject({ documentId: 'd2' });
    expect(run.stopped).toBeUndefined();
    expect(await refusalOf(plan(planOf('r2', ['X']), at()))).toBe('another-run');
  });

  test('is not resumed a day after it was reviewed, nor while a device is in hand', async () => {
    await plan(planOf('r1', ['A']), from('d1'));
    await upTo('r1', 'selecting');
    const body = { id: 'r1', devices: devices('A'), url: URL_SEEN };
    expect(await refusalOf(resume(body, at()))).toBe('run-step-refused');
    await abandon({ id: 'r1' }, from('d2'));
    expect(await refusalOf(resume(body, at('2026-11-24T10:00:00.000Z')))).toBe('run-too-old');
    expect(await refusalOf(resume(body, at('2026-11-24T09:59:59.000Z')))).toBe('not refused');
  });
});

test('a group goes back to planned until Agree is journalled', async () => {
  await plan(planOf('r1', ['A', 'B']), at());
  for (const to of ['selecting', 'selected'] as const) await advance({ id: 'r1', to, keys: ['A'] }, at());
  const { run } = await rewind({ id: 'r1', keys: ['A'] }, at());
  expect(run.devices.map(({ step }) => step)).toEqual(['planned', 'planned']);
  for (const to of STEPS.slice(0, 4)) await advance({ id: 'r1', to, keys: ['A'] }, at());
  expect((await rewind({ id: 'r1' }, at())).run.devices.map(({ step }) => step)).toEqual(['agreeing', 'planned']);
});
