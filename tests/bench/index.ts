import { benchOrders } from './orders.bench.ts';
import { benchReading } from './reading.bench.ts';
import { benchRules } from './rules.bench.ts';
import { benchTasks } from './tasks.bench.ts';

// Each part measures both sides in this one run and prints their ratio: machines are shared and noisy, ratios hold.
for (const { name, oursMs, referenceMs, ratio } of [
  ...benchRules(),
  ...(await benchReading()),
  ...(await benchTasks()),
  ...(await benchOrders()),
])
  console.log(`${name}: ${ratio.toFixed(2)} (${oursMs.toFixed(2)} ms / ${referenceMs.toFixed(2)} ms)`);
