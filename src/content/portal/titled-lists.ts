import { type GridKind, speaksAgainst } from './grid-kinds.ts';
import type { HeaderLine } from './headers.ts';
import type { Survey } from './survey.ts';
import { collectSingles, readTitleLines } from './titles.ts';
import { pageWords } from './vocabulary/pages.ts';

/**
 * What a list of names is by the heading that it stands under, where its columns alone do not tell: names under "Customers" are
 * customers, under "Contacts" they are not.
 */
export function kindByTitle(survey: Survey, header: HeaderLine): GridKind | undefined {
  const concepts = header.cells.flatMap((cell) => cell.concepts);
  if (!concepts.includes('name') || concepts.some((concept) => speaksAgainst('customers', concept))) return undefined;
  const heading = readTitleLines(survey.root, collectSingles(survey, header.cells[0]?.element)).findLast(
    ({ prominent, inBanner, leadsAway }) => prominent && !inBanner && !leadsAway,
  );
  const [title, ...more] = heading?.segments ?? [];
  const words = title === undefined || more.length > 0 ? [] : pageWords(title);
  return words.length === 1 && words[0] === 'customers' ? 'customers' : undefined;
}
