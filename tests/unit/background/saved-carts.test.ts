import './setup.ts';
import { describe, expect, test } from 'vitest';
import { list, remove, rename, save } from '../../../src/background/handlers/saved-carts.ts';
import { MOST_CARTS } from '../../../src/core/cart-file.ts';
import { at, putRaw } from './setup.ts';

const cart = (id: string, name = id) => ({ id, name, lines: [{ product: 'WP480', sku: 'HW-WP480', quantity: 2 }] });
const LATER = at('2026-11-24T10:00:00.000Z');

describe('carts under a name', () => {
  test('are listed, saved last first, renamed, removed and brought back', async () => {
    await save({ carts: [cart('a')], imported: false }, at());
    await save({ carts: [cart('b')], imported: true }, LATER);
    expect((await list({}, at())).carts).toMatchObject([
      { id: 'b', updatedBy: 'import' },
      { id: 'a', revision: 1 },
    ]);
    expect((await rename({ id: 'a', name: 'Office' }, LATER)).carts).toMatchObject([
      { id: 'b' },
      { id: 'a', name: 'Office', revision: 2, savedAt: at().at },
    ]);
    expect((await remove({ id: 'b' }, LATER)).carts).toMatchObject([{ id: 'a' }]);
    expect((await save({ carts: [cart('b')], imported: false }, LATER)).carts.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('a repeat changes nothing', async () => {
    await save({ carts: [cart('a')], imported: false }, at());
    const again = await save({ carts: [cart('a')], imported: false }, LATER);
    expect(again.carts).toMatchObject([{ revision: 1, updatedAt: at().at }]);
    await remove({ id: 'a' }, at());
    expect(await remove({ id: 'a' }, at())).toEqual({ carts: [], unreadable: 0 });
    await expect(rename({ id: 'a', name: 'x' }, at())).rejects.toThrow('record-not-found');
  });

  test('more than are kept are refused as a whole', async () => {
    const many = Array.from({ length: MOST_CARTS }, (_, i) => cart(`c${i}`));
    await save({ carts: many, imported: true }, at());
    await expect(save({ carts: [cart('x'), cart('y')], imported: true }, at())).rejects.toThrow('carts-too-many');
    expect((await list({}, at())).carts).toHaveLength(MOST_CARTS);
  });

  test('one that cannot be read is counted and left alone', async () => {
    await list({}, at());
    await putRaw('savedCarts', { id: 'broken', record: { name: 1 } });
    expect(await list({}, at())).toEqual({ carts: [], unreadable: 1 });
    await expect(save({ carts: [cart('broken')], imported: false }, at())).rejects.toThrow();
  });
});
