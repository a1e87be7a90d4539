import { askMemory } from '../ask-memory.ts';
import { listDesk, type SeenList } from '../lists/page-lists.ts';
import { noteOnce } from '../noting.tsx';
import { given, productRows } from '../portal/records.ts';
import { isUndisturbed } from '../portal/whole.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

function stocksOf({ drawn, grid }: SeenList) {
  if (drawn.columns.get('stock')?.state !== 'ok' || !isUndisturbed(drawn)) return [];
  return productRows(grid).flatMap(({ product, sku, stock }) =>
    stock === undefined ? [] : [{ product, stock, ...given({ sku }) }],
  );
}

/** Remembers each product's stock as Order HWaaS prints it (R5), for pages that do not, such as Cart. */
export const stockMemory: Helper = {
  id: 'stock-memory',
  pages: ['order'],
  init(visit: Visit) {
    const note = noteOnce(visit, 'stock');
    listDesk(visit, 'products').onSeen((list) => {
      const products = stocksOf(list);
      const body = { products, url: location.href };
      if (products.length > 0) note(JSON.stringify(products), () => askMemory('stock.seen', body));
    });
  },
};
