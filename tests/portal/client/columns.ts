import type { Settings } from '../shared/knobs.ts';
import { shuffled } from '../shared/random.ts';
import type { Column } from './view.ts';

/** Leaves out and reorders data columns as the URL asks; buttons and menus stay where they are, at the right. */
export function columnsAsWished(columns: Column[], settings: Settings): Column[] {
  const isData = (c: Column) => c.type === 'text' || c.type === 'number';
  const data = columns.filter((c) => isData(c) && !settings.hide.includes(c.key));
  const rest = columns.filter((c) => !isData(c));
  if (settings.shuffle !== null) return [...shuffled(data, settings.shuffle), ...rest];
  return columns.filter((c) => data.includes(c) || rest.includes(c));
}
