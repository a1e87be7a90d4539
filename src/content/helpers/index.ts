import { cartDesk } from './cart-desk.tsx';
import { checkoutGuard } from './checkout-guard.tsx';
import { convertBatch } from './convert-batch.tsx';
import { customerMemory } from './customer-memory.ts';
import { customerShortcuts } from './customer-shortcuts.tsx';
import { deviceAdvisors } from './device-advisors.tsx';
import { deviceVerdicts } from './device-verdicts.ts';
import type { Helper } from './helper.ts';
import { invoiceMemory } from './invoice-memory.tsx';
import { orderAdvice } from './order-advice.tsx';
import { orderCapture } from './order-capture.tsx';
import { ordersMemory } from './orders-memory.ts';
import { pageStatement } from './page-statement.tsx';
import { pbxMemory } from './pbx-memory.ts';
import { stockMemory } from './stock-memory.ts';

/** Every helper. A new one is a file beside these and a line here. */
export const HELPERS: readonly Helper[] = [
  pageStatement,
  customerMemory,
  customerShortcuts,
  pbxMemory,
  stockMemory,
  invoiceMemory,
  deviceVerdicts,
  convertBatch,
  deviceAdvisors,
  orderAdvice,
  checkoutGuard,
  cartDesk,
  orderCapture,
  ordersMemory,
];
