import { rentalConflicts } from '../../../core/rules/rental.ts';
import { reasonText, t } from '../../../platform/i18n.ts';
import type { AdvisorView } from './view.ts';

const TONES = { conflict: 'no', rental: 'unknown', hwaas: 'yes', free: 'yes', unknown: 'unknown' } as const;

/** Where Rental stands in the way of HWaaS, or the other way round (R12). */
export function RentalAdvisor({ view }: { view: AdvisorView }) {
  const known = view.pbxes.map(({ name, hardware }) => ({ name, ...(hardware && { hardware }) }));
  const found = rentalConflicts(view.devices, known, view.pbx === undefined ? {} : { pbx: view.pbx });
  return (
    <>
      {found.map(({ pbx, state, reasons }) => (
        <div key={pbx} class={`note ${TONES[state]}`}>
          {state === 'free' && <p>{t('rental_free', pbx)}</p>}
          {reasons.map((reason) => (
            <p key={reason.code}>{reasonText(reason)}</p>
          ))}
        </div>
      ))}
    </>
  );
}
