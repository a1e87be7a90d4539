import type { JSX, TargetedDragEvent } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';

interface Props {
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}

/** One file at a time, chosen or dropped. */
export function FileChooser({ busy, onFile }: Props): JSX.Element {
  const [over, setOver] = useState(false);

  function drop(event: TargetedDragEvent<HTMLElement>): void {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file && !busy) onFile(file);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file field is the first.
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label for="list-file">{t('list_choose')}</label>
      <input
        id="list-file"
        type="file"
        accept=".xlsx,.xlsm,.csv,.tsv,.txt,.pdf"
        disabled={busy}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file) onFile(file);
          // The same file may be chosen again after it was changed.
          input.value = '';
        }}
      />
      <p class="soft">{t('list_choose_how')}</p>
    </div>
  );
}
