import './setup.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { onAlarm } from '../../../src/background/alarms.ts';
import { recentLog } from '../../../src/background/db/log.ts';
import { onStartup } from '../../../src/background/events.ts';
import { onNotificationPressed } from '../../../src/background/notifications.ts';
import { onMessage } from '../../../src/background/router.ts';
import { nextLook } from '../../../src/background/runs-due.ts';
import type { Instant } from '../../../src/core/facts.ts';
import type { RunDevice, RunRecord } from '../../../src/core/records/run.ts';
import { instant, runOf } from '../core/run-record.ts';
import { browser, putRaw, rawRows, URL_SEEN } from './setup.ts';

const at = (time: string) => vi.setSystemTime(instant(time));
vi.useFakeTimers({ toFake: ['Date'] });

const accepted = (key: string, time = '10:00'): RunDevice => ({ key, step: 'accepted', agreedAt: instant(time) });

/** Leaves a run in the database as a handler would have written it. */
async function keep(run: RunRecord): Promise<void> {
  await onAlarm({ name: 'none', scheduledTime: 0 });
  await send('runs.list', {});
  await putRaw('runs', { id: run.id, record: run, customer: 'acme', open: 1, openDevices: [], started: run.startedAt });
}

const PAGE = { id: 'companion', url: URL_SEEN, frameId: 0, tab: { id: 7 } } as Runtime.MessageSender;
const OPTIONS = {
  id: 'companion',
  url: 'chrome-extension://companion/src/options/index.html',
} as Runtime.MessageSender;
const send = (name: string, body: unknown, sender = PAGE) => onMessage({ wmpc: 1, name, body }, sender);
const atOnce = (due: Instant) => due;

/** No quiet hours: which they are depends on where this runs. */
beforeEach(() => settings({}));
const settings = (more: object) => {
  browser.storage.sync.data['settings'] = { quietFrom: 0, quietUntil: 0, ...more };
};
const alarm = () => onAlarm({ name: 'runs', scheduledTime: 0 });
const planned = (): string | undefined => {
  const when = browser.alarms.create.mock.calls.findLast(([name]) => name === 'runs')?.[1].when;
  return when === undefined ? undefined : new Date(when).toISOString();
};
const notified = () => browser.notifications.create.mock.calls;
const stored = async () => (await rawRows('runs')).map((row) => row['record'] as RunRecord);

describe('the alarm', () => {
  test('is set ten minutes after Agree, by the message that tells of it', async () => {
    await keep(runOf([{ key: 'A', step: 'asked' }]));
    at('10:03');
    await send('runs.advance', { id: 'r1', to: 'agreeing' });
    expect(planned()).toBe(instant('10:13'));
    at('10:04');
    await send('runs.interrupt', { id: 'r1', from: 'agreeing', reason: { code: 'page-left' } });
    expect(planned()).toBe(instant('10:13'));
    await send('runs.observe', {
      customer: { key: 'acme', name: 'ACME' },
      devices: [{ key: 'A', contract: 'hwaas' }],
      url: URL_SEEN,
    });
    expect(browser.alarms.clear).toHaveBeenLastCalledWith('runs');
  });

  test('is for the run that is due first', () => {
    const runs = [runOf([accepted('A', '10:05')]), runOf([accepted('B', '10:02')], { id: 'r2' })];
    expect(nextLook(runs, instant('10:06'), atOnce)).toBe(instant('10:12'));
    expect(nextLook([], instant('10:06'), atOnce)).toBeUndefined();
  });

  test('also comes when a run falls silent, for the badge', () => {
    expect(nextLook([runOf([{ key: 'A', step: 'selecting' }])], instant('10:01'), atOnce)).toBe(instant('10:15'));
  });

  test('is set again when the browser starts, which may have dropped it', async () => {
    await keep(runOf([accepted('A')]));
    at('10:04');
    await onStartup();
    expect(planned()).toBe(instant('10:10'));
    expect(browser.alarms.create).toHaveBeenCalledWith('daily', { periodInMinutes: 1440 });
  });
});

describe('the reminder', () => {
  test('names the customer and how many, is counted on the badge, and noted', async () => {
    await keep(runOf([accepted('A'), accepted('B'), { key: 'C', step: 'confirmed' }]));
    at('10:10');
    await alarm();
    expect(notified()).toEqual([
      [
        'run:r1',
        expect.objectContaining({
          title: 'ACME: conversion not confirmed',
          message: '2 devices were agreed to and not seen as HWaaS yet. Look again at Devices.',
          buttons: [{ title: 'Open Devices' }],
        }),
      ],
    ]);
    expect(browser.action.setBadgeText).toHaveBeenLastCalledWith({ text: '1' });
    expect(browser.action.setTitle).toHaveBeenLastCalledWith({ title: 'WMP Companion\n1 conversion needs you' });
    expect(await stored()).toMatchObject([{ remindedAt: instant('10:10'), revision: 2 }]);
  });

  test('comes once, whatever wakes the worker', async () => {
    await keep(runOf([accepted('A')]));
    at('10:10');
    await Promise.all([alarm(), onStartup(), alarm()]);
    at('11:00');
    await alarm();
    await onStartup();
    expect(notified()).toHaveLength(1);
    expect(browser.action.setBadgeText).toHaveBeenLastCalledWith({ text: '1' });
  });

  test('comes late where the computer slept', async () => {
    await keep(runOf([accepted('A')]));
    at('17:30');
    await alarm();
    expect(notified()).toHaveLength(1);
  });

  test('does not come before its time, nor for what is confirmed', async () => {
    await keep(runOf([accepted('A')]));
    at('10:09');
    await alarm();
    expect(notified()).toEqual([]);
    expect(planned()).toBe(instant('10:10'));
    await keep(
      runOf([
        { ...accepted('A'), step: 'confirmed' },
        { key: 'B', step: 'planned' },
      ]),
    );
    at('10:11');
    await alarm();
    expect(notified()).toEqual([]);
  });

  test('switched off: the badge stays, nothing is noted, and no alarm follows another', async () => {
    settings({ remindUnconfirmed: false });
    await keep(runOf([accepted('A')]));
    at('10:10');
    await alarm();
    expect(notified()).toEqual([]);
    expect(browser.action.setBadgeText).toHaveBeenLastCalledWith({ text: '1' });
    expect((await stored())[0]?.remindedAt).toBeUndefined();
    expect(browser.alarms.clear).toHaveBeenLastCalledWith('runs');
    await send('settings.set', { settings: { remindUnconfirmed: true, quietFrom: 0, quietUntil: 0 } }, OPTIONS);
    expect(planned()).toBe(instant('10:11'));
  });

  test('waits in quiet hours, and comes once when they are over', async () => {
    const hour = new Date(instant('10:10')).getHours();
    settings({ quietFrom: hour, quietUntil: (hour + 2) % 24 });
    await keep(runOf([accepted('A')]));
    const over = new Date(instant('10:10'));
    over.setHours(hour + 2, 0, 0, 0);
    at('10:03');
    await alarm();
    expect(planned()).toBe(instant('10:10')); // For the badge.
    at('10:10');
    await alarm();
    expect(planned()).toBe(over.toISOString());
    await Promise.all([alarm(), onStartup()]);
    expect(notified()).toEqual([]);
    expect((await stored())[0]?.remindedAt).toBeUndefined();
    expect(planned()).toBe(over.toISOString());
    vi.setSystemTime(over);
    await alarm();
    await alarm();
    expect(notified()).toHaveLength(1);
  });

  test('that cannot be noted is not shown, and tried again a minute later', async () => {
    await keep(runOf([accepted('A')]));
    at('10:10');
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await alarm();
    full.mockRestore();
    expect(notified()).toEqual([]);
    expect(planned()).toBe(instant('10:11'));
    expect((await recentLog())[0]).toMatchObject({ kind: 'reminder' });
  });

  test('has no button where the browser takes none', async () => {
    browser.notifications.create.mockRejectedValueOnce(new Error('Property "buttons" is unsupported'));
    await keep(runOf([accepted('A')]));
    at('10:10');
    await alarm();
    expect(notified()).toHaveLength(2);
    expect(notified()[1]?.[1]).not.toHaveProperty('buttons');
  });
});

describe('a click on it', () => {
  const run = runOf([accepted('A')]);

  test('opens the page of the run', async () => {
    await keep(run);
    await onNotificationPressed('run:r1');
    expect(browser.tabs.create).toHaveBeenCalledWith({ url: run.seen.url });
    expect(browser.notifications.clear).toHaveBeenCalledWith('run:r1');
  });

  test('brings a tab that is at it to the front, and reloads it', async () => {
    await keep(run);
    browser.tabs.query.mockResolvedValueOnce([
      { id: 4, url: 'https://my.wildix.com/?#!other', windowId: 1 },
      { id: 5, url: run.seen.url, windowId: 2 },
    ]);
    await onNotificationPressed('run:r1');
    expect(browser.tabs.update).toHaveBeenCalledWith(5, { active: true });
    expect(browser.windows.update).toHaveBeenCalledWith(2, { focused: true });
    expect(browser.tabs.reload).toHaveBeenCalledWith(5);
    expect(browser.tabs.create).not.toHaveBeenCalled();
  });

  test('does not reload a page under another run at work', async () => {
    await keep(run);
    at('10:20');
    await keep(runOf([{ key: 'B', step: 'selected' }], { id: 'r2', updatedAt: instant('10:19') }));
    browser.tabs.query.mockResolvedValueOnce([{ id: 5, url: run.seen.url, windowId: 2 }]);
    await onNotificationPressed('run:r1');
    expect(browser.tabs.update).toHaveBeenCalled();
    expect(browser.tabs.reload).not.toHaveBeenCalled();
  });

  test.each(['https://evil.example/', 'javascript:alert(1)', 'https://my.wildix.com.evil.example/'])(
    'opens nothing at %s',
    async (url) => {
      await keep({ ...run, seen: { ...run.seen, url } });
      await onNotificationPressed('run:r1');
      expect(browser.tabs.create).not.toHaveBeenCalled();
    },
  );

  test('on one that is not ours does nothing', async () => {
    await keep(run);
    await onNotificationPressed('r1');
    expect(browser.notifications.clear).not.toHaveBeenCalled();
  });
});
