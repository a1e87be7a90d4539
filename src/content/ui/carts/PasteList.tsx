import { useState } from 'preact/hooks';
import { parsePasted } from '../../../core/paste/parse.ts';
import { t } from '../../../platform/i18n.ts';
import type { CartView } from './view.ts';
import { WantedTable } from './WantedTable.tsx';

const LONGEST = 50_000;

/** A list from a mail or a spreadsheet, matched against the products of the page. */
export function PasteList({ view }: { view: CartView }) {
  const [text, setText] = useState('');
  const [read, setRead] = useState<string>();
  const list = read === undefined ? undefined : parsePasted(read);
  return (
    <>
      <label class="paste">
        {t('paste_label')}
        <textarea
          rows={4}
          maxLength={LONGEST}
          value={text}
          placeholder={t('paste_example')}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setRead(undefined);
          }}
        />
      </label>
      <div class="buttons start">
        <button
          type="button"
          disabled={text.trim() === '' || view.filling?.running === true}
          onClick={() => setRead(text)}
        >
          {t('paste_match')}
        </button>
      </div>
      {list?.lines.length === 0 && <p class="note unknown">{t('paste_nothing')}</p>}
      {list?.headings.map((heading) => (
        <p key={heading} class="muted">
          {t('paste_heading', heading)}
        </p>
      ))}
      {list?.tooLong === true && <p class="note no">{t('paste_too_long')}</p>}
      {list !== undefined && list.lines.length > 0 && <WantedTable key={read} view={view} lines={list.lines} />}
    </>
  );
}
