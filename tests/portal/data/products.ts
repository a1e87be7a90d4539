import type { Product } from '../shared/types.ts';

/** Prices are this stand-in's own invention. The stock of −186 is the documents' example. */
export function makeProducts(): Product[] {
  return [
    product('HW-WP480G2', 'WP480G2', 390, 412),
    product('HW-WP490G2', 'WP490G2', 645, -186),
    product('HW-WP480', 'WP480', 310, 0),
    product('HW-WAIR-SYNC', 'W-AIR Sync Plus', 890, 37),
    product('HW-WAIR-HEAD', 'W-AIR Headset', 520, -12),
    product('HW-WAIR-BASE', 'W-AIR Small Business', 715, 6),
    product('HW-VISION', 'Vision', 1090, 58),
    product('HW-SUPERVISION', 'SuperVision', 1875, 0),
    product('HW-WELCOME', 'WelcomeConsole', 430, 143),
    product('HW-WIZYCONF', 'Wizyconf Station', 4990, 9),
    product('HW-DS-BRI', 'DaySaver BRI', 1240, 21),
    product('HW-FXS4', 'FXS Gateway 4', 365, 1),
  ];
}

/** Quantity tiers of this stand-in's server, applied on Save & Recalculate only. */
export const TIERS = [
  { from: 50, percent: 15 },
  { from: 25, percent: 10 },
  { from: 10, percent: 5 },
] as const;

function product(sku: string, name: string, monthMinor: number, stock: number): Product {
  return { sku, name, stock, priceMinor: { P1M: monthMinor, P1Y: monthMinor * 11, P5Y: monthMinor * 48 } };
}
