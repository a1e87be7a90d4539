import './setup.ts';
import { describe, expect, test } from 'vitest';
import { badgeText } from '../../../src/background/badge.ts';
import { today } from '../../../src/background/clock.ts';
import { recentLog } from '../../../src/background/db/log.ts';
import { onInstalled, onPermissionsAdded, onPermissionsRemoved } from '../../../src/background/events.ts';
import { coversOrigin, patternOfInput } from '../../../src/core/portal-host.ts';
import { browser } from './setup.ts';

const OTHER = 'https://wmp.partner.example/*';
const FILES = ['src/content/index.js'];
const grant = (...origins: string[]) =>
  browser.permissions.getAll.mockResolvedValue({ origins: ['https://my.wildix.com/*', ...origins] });

describe('open portal tabs', () => {
  test('get this version’s content script, the discarded ones when they wake up', async () => {
    grant();
    browser.tabs.query.mockResolvedValueOnce([{ id: 1 }, { id: 2, discarded: true }, { id: 3 }]);
    browser.scripting.executeScript.mockRejectedValueOnce(new Error('error page'));
    await onInstalled();
    expect(browser.tabs.query).toHaveBeenCalledWith({ url: ['https://my.wildix.com/*'] });
    expect(browser.scripting.executeScript.mock.calls).toEqual([
      [{ target: { tabId: 1 }, files: FILES }],
      [{ target: { tabId: 3 }, files: FILES }],
    ]);
    expect((await recentLog())[0]?.kind).toBe('portals');
  });
});

describe('hosts that the partner grants', () => {
  test('have their content script from then on', async () => {
    grant(OTHER, 'https://*/*');
    browser.tabs.query.mockResolvedValueOnce([{ id: 5 }]);
    await onPermissionsAdded({ origins: [OTHER] });
    expect(browser.scripting.registerContentScripts).toHaveBeenCalledWith([
      {
        id: 'portal:wmp.partner.example',
        matches: [OTHER],
        js: FILES,
        runAt: 'document_start',
        persistAcrossSessions: true,
      },
    ]);
    expect(browser.tabs.query).toHaveBeenCalledWith({ url: [OTHER] });
  });

  test('lose it with the grant', async () => {
    grant();
    browser.scripting.getRegisteredContentScripts.mockResolvedValueOnce([{ id: 'portal:wmp.partner.example' }]);
    await onPermissionsRemoved();
    expect(browser.scripting.unregisterContentScripts).toHaveBeenCalledWith({ ids: ['portal:wmp.partner.example'] });
    expect(browser.scripting.registerContentScripts).not.toHaveBeenCalled();
  });

  test.each([
    ['wmp.partner.example', OTHER],
    [' https://WMP.partner.example/?#!dashboard ', OTHER],
    ['http://wmp.partner.example', undefined],
    ['https://user@wmp.partner.example', undefined],
    ['*.partner.example', undefined],
    ['localhost', undefined],
    ['', undefined],
    ['javascript:alert(1)', undefined],
  ])('%j is %s', (input, pattern) => {
    expect(patternOfInput(input)).toBe(pattern);
  });

  test.each([
    [OTHER, 'https://wmp.partner.example', true],
    [OTHER, 'https://wmp.partner.example:8443', true],
    ['https://wmp.partner.example:8443/*', 'https://wmp.partner.example', false],
    [OTHER, 'https://wmp-partner.example', false],
    [OTHER, 'https://wmp-partner.example:8443', false],
    [OTHER, 'https://xwmp.partner.example', false],
    [OTHER, 'https://wmp.partner.example.evil.example', false],
    ['https://*/*', 'https://wmp.partner.example', false],
  ])('%s covers %s: %s', (pattern, origin, covers) => {
    expect(coversOrigin(pattern, origin)).toBe(covers);
  });
});

test.each([
  [0, ''],
  [7, '7'],
  [999, '999'],
  [100_000, '999+'],
])('%d pending orders: badge %j', (count, text) => {
  expect(badgeText(count)).toBe(text);
});

test('today is the day on this computer', () => {
  expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  expect(today(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
});
