import { lastRecalculated, noteRecalculated } from './carts.ts';
import { judge } from './devices.ts';
import type { Handlers } from './handler.ts';
import { recent } from './log.ts';
import { advise } from './order-advice.ts';
import { answered, asked, pending } from './orders.ts';
import { seen as ordersSeen } from './orders-seen.ts';
import { seen as pbxesSeen, remembered } from './pbxes.ts';
import { plan } from './run-plan.ts';
import { advance, interrupt, list, observe } from './runs.ts';
import { getSettings, setSettings } from './settings.ts';

export const HANDLERS: Handlers = {
  'devices.judge': judge,
  'pbxes.seen': pbxesSeen,
  'pbxes.remembered': remembered,
  'order.advise': advise,
  'cart.recalculated': lastRecalculated,
  'cart.noteRecalculated': noteRecalculated,
  'orders.asked': asked,
  'orders.answered': answered,
  'orders.seen': ordersSeen,
  'orders.pending': pending,
  'runs.plan': plan,
  'runs.advance': advance,
  'runs.interrupt': interrupt,
  'runs.observe': observe,
  'runs.list': list,
  'settings.get': getSettings,
  'settings.set': setSettings,
  'log.recent': recent,
};
