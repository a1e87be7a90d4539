import { useRef } from 'preact/hooks';
import { t } from '../../../platform/i18n.ts';

/** Chooses a shared file. The browser's own control would speak the browser's language, and no page's. */
export function FileButton({ onFile }: { onFile(file: File): void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div class="buttons start">
      <input
        ref={field}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          event.currentTarget.value = '';
        }}
      />
      <button type="button" onClick={() => field.current?.click()}>
        {t('carts_import')}
      </button>
    </div>
  );
}
