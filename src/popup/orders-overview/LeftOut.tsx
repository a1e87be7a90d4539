import type { JSX } from 'preact';
import { numberText, plural, t } from '../../platform/i18n.ts';

interface Props {
  readonly counts: readonly { readonly of: string; readonly count: number }[];
}

/** How many orders a chart does not hold, and why. */
export function LeftOut({ counts }: Props): JSX.Element | null {
  if (counts.length === 0) return null;
  return (
    <div class="left-out soft">
      <p>
        {plural(
          'overview_left',
          counts.reduce((sum, { count }) => sum + count, 0),
        )}
      </p>
      <ul>
        {counts.map(({ of, count }) => (
          <li key={of}>{t(`overview_left_${of.replaceAll('-', '_')}`, numberText(count))}</li>
        ))}
      </ul>
    </div>
  );
}
