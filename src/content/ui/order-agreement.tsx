import { useState } from 'preact/hooks';
import type { CalendarDate } from '../../core/facts.ts';
import { reasonText, t } from '../../platform/i18n.ts';
import { failureOf } from '../../platform/use-answer.ts';
import { agreementMail } from '../agreement-mail.ts';
import type { OrderKnowledge } from '../order-desk.ts';

/** What the partner notes of a customer's agreement (R6). A date left out is taken back. */
export interface AgreementNote {
  readonly signed?: CalendarDate;
  readonly sent?: CalendarDate;
  readonly attachment?: string;
}

interface Props {
  readonly known: OrderKnowledge;
  readonly state: NonNullable<OrderKnowledge['agreement']>;
  onNote(note: AgreementNote): Promise<void>;
}

/** Dates of signing and sending, where the signed paper lies, and an e-mail that is ready to be sent with it. */
export function OrderAgreement({ known, state, onNote }: Props) {
  const [signed, setSigned] = useState<string>(state.signed ?? '');
  const [sent, setSent] = useState<string>(state.sent ?? '');
  const [attachment, setAttachment] = useState(state.attachment ?? '');
  const [said, setSaid] = useState('');
  const mail = agreementMail(known, signed, attachment);
  const note = () =>
    onNote({
      ...(signed !== '' && { signed: signed as CalendarDate }),
      ...(sent !== '' && { sent: sent as CalendarDate }),
      ...(attachment.trim() !== '' && { attachment: attachment.trim() }),
    }).then(
      () => setSaid(t('agreement_noted')),
      (error: unknown) => setSaid(reasonText(failureOf(error))),
    );
  const copy = () =>
    navigator.clipboard.writeText(`${mail.subject}\n\n${mail.body}`).then(
      () => setSaid(t('agreement_copied')),
      () => setSaid(t('agreement_not_copied')),
    );
  return (
    <details>
      <summary>{t('agreement_edit')}</summary>
      <div class="part form">
        <label>
          {t('agreement_signed')}
          <input type="date" value={signed} onInput={({ currentTarget }) => setSigned(currentTarget.value)} />
        </label>
        <label>
          {t('agreement_sent')}
          <input type="date" value={sent} onInput={({ currentTarget }) => setSent(currentTarget.value)} />
        </label>
        <label>
          {t('agreement_attachment')}
          <input
            type="text"
            maxLength={300}
            value={attachment}
            placeholder={t('agreement_attachment_example')}
            onInput={({ currentTarget }) => setAttachment(currentTarget.value)}
          />
        </label>
        <button type="button" onClick={() => void note()}>
          {t('button_note_agreement')}
        </button>
        <details>
          <summary>{t('agreement_mail')}</summary>
          {known.areaManagerMail === undefined && <p class="muted">{t('agreement_mail_nobody')}</p>}
          <pre class="letter" dir="auto">
            {known.areaManagerMail !== undefined && `${t('agreement_mail_to', known.areaManagerMail)}\n`}
            {mail.subject}
            {'\n\n'}
            {mail.body}
          </pre>
        </details>
        <div class="buttons">
          <button type="button" onClick={() => void copy()}>
            {t('button_copy_mail')}
          </button>
          <a class="button" href={mail.link}>
            {t('button_open_mail')}
          </a>
        </div>
        <p class="muted" role="status">
          {said}
        </p>
      </div>
    </details>
  );
}
