import type { PageKind } from '../../core/page-report.ts';
import type { Visit } from '../visit.ts';

/** One helper: its id is its file name, its setting and its place in `docs/helpers.md`. */
export interface Helper {
  readonly id: string;
  readonly pages: readonly PageKind[] | 'all';
  init(visit: Visit): void;
}
