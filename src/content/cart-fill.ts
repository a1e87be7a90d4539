import { notice } from '../core/notices.ts';
import type { Reason } from '../core/outcome.ts';
import { watchPartner } from './conversion/partner-watch.ts';
import { addProduct, type Wanted } from './portal/add-product.ts';
import type { Page } from './portal/page.ts';
import { Gone } from './portal/wait.ts';

/** How far a filling of WMP's cart has got. `stopped`: at the first thing that is not certain; what is left was not tried. */
export interface Filling {
  readonly added: readonly Wanted[];
  readonly left: readonly Wanted[];
  readonly stopped?: Reason;
  readonly running: boolean;
}

/**
 * Adds products one by one. Ends at the first that is not seen to have worked, and where the partner takes the page into his
 * own hand: nothing is tried twice and nothing is skipped.
 */
export async function fillCart(
  wanted: readonly Wanted[],
  from: Page,
  ends: { readonly visit: AbortSignal; readonly stop: AbortSignal },
  told: (filling: Filling) => void,
): Promise<void> {
  const watch = watchPartner(AbortSignal.any([ends.visit, ends.stop]));
  const isSame = (page: Page) => page.kind === 'order' && page.customer?.key === from.customer?.key;
  const added: Wanted[] = [];
  const tell = (stopped: Reason | undefined, running: boolean) =>
    told({ added: [...added], left: wanted.slice(added.length), ...(stopped && { stopped }), running });
  tell(undefined, true);
  let stopped: Reason | undefined;
  try {
    for (const one of wanted) {
      stopped = await addProduct(one, isSame, watch.signal);
      if (stopped !== undefined) break;
      added.push(one);
      tell(undefined, true);
    }
  } catch (error) {
    if (!(error instanceof Gone)) console.error('WMP Companion:', error);
    stopped = whyEnded(error, watch.touched, ends.stop.aborted);
  } finally {
    watch.end();
  }
  tell(stopped, false);
}

function whyEnded(error: unknown, touched: boolean, stopped: boolean): Reason {
  if (!(error instanceof Gone)) return notice('worker-failed', { detail: String(error) });
  if (stopped) return notice('fill-stopped');
  return touched ? notice('fill-partner-clicked') : notice('fill-page-left');
}
