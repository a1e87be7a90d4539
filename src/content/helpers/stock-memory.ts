import { askMemory } from '../ask-memory.ts';
import { oneGrid, type Page } from '../portal/page.ts';
import { given, productRows } from '../portal/records.ts';
import { isUndisturbed } from '../portal/whole.ts';
import type { Visit } from '../visit.ts';
import type { Helper } from './helper.ts';

function stocksOf(page: Page) {
  const grid = oneGrid(page, 'products');
  if (grid === undefined || grid === 'twice' || grid.columns.get('stock')?.state !== 'ok') return [];
  if (!isUndisturbed(grid)) return [];
  return productRows(grid).flatMap(({ product, sku, stock }) =>
    stock === undefined ? [] : [{ product, stock, ...given({ sku }) }],
  );
}

/** Remembers each product's stock as Order HWaaS prints it (R5), for pages that do not, such as Cart. */
export const stockMemory: Helper = {
  id: 'stock-memory',
  pages: ['order'],
  init(visit: Visit) {
    let told = '';
    visit.onRead((page) => {
      const products = stocksOf(page);
      const seen = JSON.stringify(products);
      if (products.length === 0 || seen === told) return;
      told = seen;
      askMemory('stock.seen', { products, url: location.href }).catch((error: unknown) => {
        told = '';
        if (!visit.signal.aborted) console.error('WMP Companion:', error);
      });
    });
  },
};
