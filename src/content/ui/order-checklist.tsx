import { reasonText, t } from '../../platform/i18n.ts';
import { isStopping, lacksDiscount, type OrderCheck } from '../order-checks.ts';
import type { OrderKnowledge } from '../order-desk.ts';
import { cartStock } from '../order-stocks.ts';
import { onlyByPerson } from './consent.ts';
import { type AgreementNote, OrderAgreement } from './order-agreement.tsx';
import { stockInShort } from './order-lines.tsx';
import { overdueWords } from './overdue.tsx';

export type { AgreementNote };

interface Props {
  readonly known: OrderKnowledge;
  readonly checks: readonly OrderCheck[];
  onUnderstood(): void;
  onNoteAgreement(note: AgreementNote): Promise<void>;
}

const SIGNS = { ok: '✓', stop: '✕', refused: '✕', look: '!', later: '·' } as const;

/** What to look at before Checkout: what holds it back apart from what is only worth a look. */
export function OrderChecklist({ known, checks, onUnderstood, onNoteAgreement }: Props) {
  const { tone, words: inShort } = checksInShort(checks);
  return (
    <details>
      <summary>
        {t('checks_title')}
        <span class={`chip ${tone}`}>{inShort}</span>
      </summary>
      <ul class="part checks">
        {checks.map((check) => (
          <li key={check.id} class={check.state}>
            <span class="sign" role="img" aria-label={t(`check_is_${check.state}`)}>
              {SIGNS[check.state]}
            </span>
            <div>
              <p>
                <strong>{t(`check_of_${check.id}`)}</strong>{' '}
                {check.state !== 'ok' && <span class="muted">{t(`check_is_${check.state}`)}</span>}
              </p>
              {checkWords(check, known).map((words) => (
                <p key={words}>{words}</p>
              ))}
              {check.id === 'stock' && check.state === 'look' && known.form.signature !== undefined && (
                <button type="button" onClick={onlyByPerson(onUnderstood)}>
                  {t('button_understood')}
                </button>
              )}
              {check.id === 'agreement' && known.form.customer !== undefined && known.agreement !== undefined && (
                <OrderAgreement
                  key={known.form.customer.key}
                  known={known}
                  state={known.agreement}
                  onNote={onNoteAgreement}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The whole list in some words: what is to be settled, else what is worth a look. */
export function checksInShort(checks: readonly OrderCheck[]): { tone: 'yes' | 'no' | 'unknown'; words: string } {
  const stopping = checks.filter(isStopping).length;
  const looks = checks.filter(({ state }) => state === 'look').length;
  if (stopping > 0) return { tone: 'no', words: t('checks_stopping', stopping) };
  return looks > 0 ? { tone: 'unknown', words: t('checks_looks', looks) } : { tone: 'yes', words: t('checks_fine') };
}

/** What a check has to say, in sentences. */
export function checkWords({ id, state, reasons }: OrderCheck, known: OrderKnowledge): string[] {
  const { form, memory, recalculated } = known;
  switch (id) {
    case 'duration':
    case 'agreement':
      return reasons.map(reasonText);
    case 'overdue':
      return memory?.overdue === undefined ? [] : overdueWords(memory.overdue);
    case 'stock': {
      const words = stockInShort(cartStock(form, memory));
      return words === '' ? [] : [words];
    }
    case 'recalculated':
      if (recalculated === false) return [t('check_not_recalculated')];
      if (known.doubt !== undefined) return [t('check_cart_unread')];
      return state === 'look' && lacksDiscount(known) ? [t('printed_undiscounted_recalculated')] : [];
    case 'address':
      return state === 'later' ? [t('check_address_later')] : state === 'look' ? [t('check_address_empty')] : [];
  }
}
