import { shuffled } from '../../portal/shared/random.ts';
import type { Device } from './data.ts';
import type { Settings } from './knobs.ts';
import { COLUMNS, type ColumnKey, type Words } from './words.ts';

export interface Column {
  key: ColumnKey;
  label: string;
  text: (device: Device) => string;
}

/** The columns that the URL asks for, in its order. */
export function columnsOf(settings: Settings, words: Words): Column[] {
  const dates = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const date = (iso: string | null) => (iso === null ? '–' : dates.format(new Date(`${iso}T00:00:00Z`)));
  const columns = COLUMNS.filter((key) => !settings.hide.includes(key)).map((key) => ({
    key,
    label: settings.blank.includes(key) ? '' : words.columns[key],
    text: (device: Device): string => {
      if (key === 'contract') return device.contractText ?? words.contracts[device.contract];
      return key === 'purchased' || key === 'expiration' ? date(device[key]) : device[key];
    },
  }));
  return settings.shuffle === null ? columns : shuffled(columns, settings.shuffle);
}
