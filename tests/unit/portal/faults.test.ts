import { describe, expect, it } from 'vitest';
import { Faults } from '../../portal/server/faults.ts';
import { readSettings, writeKnobs } from '../../portal/shared/knobs.ts';
import { shuffled } from '../../portal/shared/random.ts';

describe('faults', () => {
  it('of a URL happen once, until all is cleared', () => {
    const faults = new Faults();
    const url = ['error:convert', 'dead-once:save'];
    expect(faults.take(url, 'error', 'agree')).toBe(false);
    expect(faults.take(url, 'error', 'convert')).toBe(true);
    expect(faults.take(url, 'error', 'convert')).toBe(false);
    expect(faults.take(url, 'dead-once', 'save')).toBe(true);
    faults.clear();
    expect(faults.take(url, 'error', 'convert')).toBe(true);
  });

  it('of a test happen as often as set', () => {
    const faults = new Faults();
    faults.set(['error:agree', 'error:agree']);
    expect([1, 2, 3].map(() => faults.take([], 'error', 'agree'))).toEqual([true, true, false]);
  });

  it('that last are not used up', () => {
    const faults = new Faults();
    expect([1, 2].map(() => faults.lasting(['vanish:3'], 'vanish'))).toEqual(['3', '3']);
    expect(faults.lasting([], 'vanish')).toBeNull();
  });
});

describe('knobs', () => {
  it('are read back as written', () => {
    const query = writeKnobs({
      skin: 'ext',
      lang: 'de',
      latency: 300,
      rows: 120,
      hide: ['stock', 'type'],
      faults: ['error:convert', 'duplicate'],
    });
    expect(query).toBe('skin=ext&lang=de&latency=300&rows=120&hide=stock,type&faults=error:convert,duplicate');
    expect(readSettings(`?${query}`)).toMatchObject({
      skin: 'ext',
      lang: 'de',
      latency: 300,
      rows: 120,
      convertAfter: 4000,
      hide: ['stock', 'type'],
      faults: ['error:convert', 'duplicate'],
    });
  });

  it('fall back where they make no sense', () => {
    expect(readSettings('?skin=x&lang=xx&latency=soon&convertAfter=9999999')).toMatchObject({
      skin: 'plain',
      lang: 'en',
      latency: 150,
      convertAfter: 600_000,
      rows: null,
      shuffle: null,
      overdue: 0,
    });
  });

  it('shuffle the same way for the same seed', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(shuffled(items, 7)).toEqual(shuffled(items, 7));
    expect([...shuffled(items, 7)].sort()).toEqual(items);
  });
});
