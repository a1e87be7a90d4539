import type { Reason } from '../../core/outcome.ts';

/** The run stops here, with the reason that the partner is shown. Nothing was agreed to, unless the step says so. */
export class Stop extends Error {
  override readonly name = 'Stop';
  constructor(readonly reason: Reason) {
    super(reason.code);
  }
}
