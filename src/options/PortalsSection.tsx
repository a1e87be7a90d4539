import type { JSX, TargetedSubmitEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { hostOfPattern, PORTAL_PATTERN, patternOfInput } from '../core/portal-host.ts';
import { t } from '../platform/i18n.ts';
import { useAnswer } from '../platform/use-answer.ts';
import { grantedPatterns, removePattern, requestPattern, watchGrants } from './portals.ts';

/** Where the Companion works: WMP's own address, and others only while the partner grants them. */
export function PortalsSection(): JSX.Element {
  const [{ value: patterns = [] }, again] = useAnswer('grants', grantedPatterns);
  const [said, setSaid] = useState('');
  useEffect(() => watchGrants(again), [again]);

  async function add(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const pattern = patternOfInput(String(new FormData(form).get('host') ?? ''));
    if (pattern === undefined) {
      setSaid(t('options_host_not_valid'));
      return;
    }
    const granted = await requestPattern(pattern);
    setSaid(t(granted ? 'options_host_added' : 'options_host_refused', hostOfPattern(pattern) ?? ''));
    if (granted) form.reset();
  }

  return (
    <section aria-labelledby="portals-title">
      <h2 id="portals-title">{t('options_portals')}</h2>
      <p class="soft">{t('options_portals_why')}</p>
      <ul class="hosts">
        <li>
          <code>{hostOfPattern(PORTAL_PATTERN)}</code>
          <span class="soft">{t('options_host_always')}</span>
        </li>
        {patterns.map((pattern) => (
          <li key={pattern} data-testid="granted-host">
            <code>{hostOfPattern(pattern)}</code>
            <button type="button" onClick={() => removePattern(pattern)}>
              {t('options_host_remove')}
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={add}>
        <label for="host">{t('options_host_add')}</label>
        <input id="host" name="host" dir="ltr" autocomplete="off" spellcheck={false} required />
        <button type="submit">{t('options_host_ask')}</button>
      </form>
      <p role="status" class="soft">
        {said}
      </p>
    </section>
  );
}
