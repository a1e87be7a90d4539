import type { LearnedData } from '../../core/messages/amounts-data.ts';
import { plural, t } from '../../platform/i18n.ts';
import { saveFile } from '../../platform/save-file.ts';
import { type Column, rowOf } from '../../platform/sheets/columns.ts';
import { datedName, type Format, tableFile } from '../../platform/sheets/table-file.ts';
import { groupsOf, type LearnedGroup } from './learned-groups.ts';

type Learned = LearnedGroup & Pick<LearnedData, 'sku' | 'duration'>;

const columns = (): readonly Column<Learned>[] => [
  { words: t('lists_sku'), width: 22, cell: ({ sku }) => sku },
  { words: t('order_filter_term'), width: 14, cell: ({ duration }) => t(`term_${duration}`) },
  { words: t('lists_from'), width: 12, cell: ({ from }) => from },
  { words: t('lists_percent'), width: 14, cell: ({ percent }) => percent && { decimal: percent } },
  { words: t('lists_use'), width: 24, cell: ({ kind }) => t(`discount_kind_${kind}`) },
  { words: t('data_kind_observations'), width: 22, cell: ({ observations }) => observations.length },
  { words: t('lists_observed_last'), width: 14, cell: ({ observations }) => lastDay(observations) },
];

const lastDay = (observations: LearnedGroup['observations']) => {
  const day = observations.map(({ on }) => on).reduce((last, on) => (on > last ? on : last));
  return { day };
};

/** Saves what was learned as a table, a row a tier. Gives what to say of it. */
export async function exportLearned(learned: readonly LearnedData[], format: Format): Promise<string> {
  const of = columns();
  const rows = learned.flatMap((one) =>
    groupsOf(one).map((group) => rowOf(of, { ...group, sku: one.sku, duration: one.duration })),
  );
  const name = t('discount_title');
  const look = { header: of.map(({ words }) => words), widths: of.map(({ width }) => width), name };
  saveFile(datedName(t('lists_learned_file'), format), await tableFile(format, { ...look, rows }));
  return plural('lists_saved', rows.length, name);
}
