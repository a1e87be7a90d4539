import { recentLog } from '../db/log.ts';
import type { Handler } from './handler.ts';

export const recent: Handler<'log.recent'> = async () => ({ entries: await recentLog() });
