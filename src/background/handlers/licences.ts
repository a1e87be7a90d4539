import { oneLicensedPbx } from '../../core/rules/licences.ts';
import type { Handler } from './handler.ts';

export const judge: Handler<'licences.judge'> = async ({ customers }) => ({
  verdicts: customers.map(({ key, pbxes }) => {
    const { verdict, reasons } = oneLicensedPbx(
      pbxes.map(({ name, licensed }) => ({ name, ...(licensed !== undefined && { licensed }) })),
    );
    return { key, verdict, reasons: [...reasons] };
  }),
});
