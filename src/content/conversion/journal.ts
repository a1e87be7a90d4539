import { ask } from '../../platform/send.ts';
import type { Journal } from './ports.ts';

/** The journal of one run, kept by the worker. */
export const journalOf = (id: string): Journal => ({
  advance: async (to, keys) => (await ask('runs.advance', { id, to, keys })).run,
  rewind: async (keys) => (await ask('runs.rewind', { id, keys })).run,
  interrupt: async (from, reason) => (await ask('runs.interrupt', { id, ...(from && { from }), reason })).run,
  abandon: async (from) => (await ask('runs.abandon', { id, from })).run,
});
