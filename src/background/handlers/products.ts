import { availableAs } from '../../core/rules/availability.ts';
import type { Handler } from './handler.ts';

export const judge: Handler<'products.judge'> = async ({ products }, { today }) => ({
  verdicts: products.map(({ key, product, contract }) => {
    const { verdict, reasons } = availableAs(product, contract, today);
    return { key, verdict, reasons: [...reasons] };
  }),
});
