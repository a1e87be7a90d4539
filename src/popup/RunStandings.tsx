import type { JSX } from 'preact';
import type { RunRecord } from '../core/records/run.ts';
import { type Standing, standingsOf } from '../core/run-standing.ts';
import { agoText, plural } from '../platform/i18n.ts';
import { minutesSince } from '../platform/time.ts';

/** How a run that is not settled stands, in words; what needs the partner stands out. */
export function RunStandings({ run }: { run: RunRecord }): JSX.Element {
  return (
    <>
      {standingsOf(run, minutesSince).map((standing) => (
        <p key={standing.state} class={CALM.has(standing.state) ? 'state' : 'state attention'}>
          {words(standing)}
        </p>
      ))}
    </>
  );
}

const CALM: ReadonlySet<Standing['state']> = new Set<Standing['state']>(['running', 'on-its-way']);

const words = ({ state, count, since }: Standing): string =>
  state === 'unconfirmed'
    ? plural('run_unconfirmed', count, agoText(since))
    : plural(`run_${state.replaceAll('-', '_')}`, count);
