import { refreshOrders } from '../refresh-orders.ts';
import { refreshState } from '../refresh-state.ts';
import type { Handler } from './handler.ts';

/** Begins it and answers at once: reading the page may take longer than a message may. */
export const refresh: Handler<'orders.refresh'> = async (_, { at }) => {
  void refreshOrders(at);
  const state = await refreshState(at);
  return { refresh: { state: 'running', at: state?.state === 'running' ? state.at : at } };
};
