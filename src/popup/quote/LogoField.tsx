import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { logoOf } from './logo.ts';

/** The partner's logo: a raster picture, made small, kept in this browser. */
export function LogoField({
  logo,
  onLogo,
}: {
  logo: string | undefined;
  onLogo(logo: string | undefined): void;
}): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const take = async (file: File): Promise<void> => {
    const read = await logoOf(file);
    if ('logo' in read) onLogo(read.logo);
    setSaid('logo' in read ? '' : t(`quote_logo_${read.refused}`));
  };
  return (
    <div class="logo-field">
      <span>{t('quote_logo')}</span>
      <input
        ref={field}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void take(file);
          event.currentTarget.value = '';
        }}
      />
      <div class="buttons">
        <button type="button" onClick={() => field.current?.click()}>
          {t('quote_logo_choose')}
        </button>
        {logo !== undefined && (
          <button type="button" onClick={() => onLogo(undefined)}>
            {t('quote_logo_remove')}
          </button>
        )}
      </div>
      <p role="status" class="soft">
        {said}
      </p>
    </div>
  );
}
