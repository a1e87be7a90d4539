import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { CalendarDate } from '../../core/facts.ts';
import type { ImportResult } from '../../core/price-list/result.ts';
import { plural, reasonText, t } from '../../platform/i18n.ts';
import { failureOf, useAnswer } from '../../platform/use-answer.ts';
import { type Said, SaidLine } from '../SaidLine.tsx';
import { askLists } from './ask-price-lists.ts';
import { FileChooser } from './FileChooser.tsx';
import { ImportReview } from './ImportReview.tsx';
import { ListVersions } from './ListVersions.tsx';
import { listReasonText } from './list-words.ts';
import { bytesOf, type ListFile, readList, type Settled, tooLarge } from './read-list.ts';
import { saveList } from './save-list.ts';

interface Imported {
  readonly file: ListFile;
  readonly result: ImportResult;
}

/** The partner's price lists: what quotes rest on. Files are read in this page; only what was understood is kept. */
export function PriceListSection(): JSX.Element {
  const [{ value, failure }, again] = useAnswer('price lists', () => askLists('priceLists.list', {}));
  // A list's age is judged by a setting, which this page changes too.
  useEffect(() => {
    browser.storage.onChanged.addListener(again);
    return () => browser.storage.onChanged.removeListener(again);
  }, [again]);
  const [imported, setImported] = useState<Imported>();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>({ words: '' });
  const [wrong, setWrong] = useState('');

  async function doing(words: string, work: () => Promise<string>, undo?: () => void): Promise<void> {
    setBusy(true);
    setSaid({ words });
    setWrong('');
    try {
      setSaid({ words: await work(), ...(undo && { undo }) });
    } catch (error) {
      setSaid({ words: '' });
      setWrong(reasonText(failureOf(error)));
    }
    setBusy(false);
  }

  const choose = (chosen: File): Promise<void> =>
    doing(t('list_reading', chosen.name), async () => {
      setImported(undefined);
      const bytes = await bytesOf(chosen);
      const file = { name: chosen.name, bytes: bytes ?? new Uint8Array() };
      setImported({ file, result: bytes ? await readList(file) : tooLarge() });
      return '';
    });

  const settle = (settled: Settled): Promise<void> =>
    doing('', async () => {
      if (imported) setImported({ ...imported, result: await readList(imported.file, settled) });
      return '';
    });

  const save = (listDate: CalendarDate | undefined): Promise<void> =>
    doing(t('list_saving'), async () => {
      if (imported === undefined || imported.result.status === 'refused') return '';
      const { file, result } = imported;
      await saveList(file.name, result, listDate, (stored) => setSaid({ words: plural('list_stored', stored) }));
      setImported(undefined);
      again();
      return t('list_saved', file.name);
    });

  const activate = (id: string): Promise<void> =>
    doing('', async () => {
      await askLists('priceLists.activate', { id });
      again();
      return t('list_activated');
    });

  const restore = (id: string, active: boolean): Promise<void> =>
    doing('', async () => {
      await askLists('priceLists.restore', { id, active });
      again();
      return t('options_undone');
    });

  const remove = (id: string, wasActive: boolean): Promise<void> =>
    doing(
      '',
      async () => {
        await askLists('priceLists.remove', { id });
        again();
        return t('list_removed');
      },
      () => void restore(id, wasActive),
    );

  const { file, result } = imported ?? {};
  const refused = result?.status === 'refused' ? listReasonText(result.reason) : '';
  const problem = failure ? reasonText(failure) : wrong;
  return (
    <section aria-labelledby="price-lists-title">
      <h2 id="price-lists-title">{t('list_title')}</h2>
      <p class="soft">{t('list_why')}</p>
      {problem && (
        <p class="notice attention" role="alert">
          {problem}
        </p>
      )}
      {value?.lists.length === 0 && <p>{t('list_none')}</p>}
      {value && value.lists.length > 0 && (
        <ListVersions
          lists={value.lists}
          active={value.active}
          warning={value.warning}
          busy={busy}
          onActivate={activate}
          onRemove={(id) => remove(id, id === value.active)}
        />
      )}
      {value && value.unreadable > 0 && <p class="soft">{plural('list_unreadable', value.unreadable)}</p>}
      <FileChooser busy={busy} onFile={choose} />
      {file && refused && (
        <p class="notice attention" role="alert" data-testid="refused">
          <strong>
            <bdi>{file.name}</bdi>
          </strong>{' '}
          {refused}
        </p>
      )}
      {file && result && result.status !== 'refused' && (
        <ImportReview
          key={file.name}
          name={file.name}
          list={result}
          busy={busy}
          onSettle={settle}
          onSave={save}
          onCancel={() => setImported(undefined)}
        />
      )}
      <SaidLine {...said} />
    </section>
  );
}
