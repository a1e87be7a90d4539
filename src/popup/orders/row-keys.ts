import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * The list by keyboard alone: `/` goes to the search, the arrows from row to row, Enter opens a row's order in WMP, Escape goes
 * back to the search and empties it. Tab still passes by every link and button.
 */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  field: RefObject<HTMLInputElement | null>,
  clear: () => void,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const focused = document.activeElement;
      const inField = focused === field.current;
      if (event.key === '/' && !isTyping(focused)) field.current?.focus();
      else if (event.key === 'Escape' && (inField || rowOf(focused))) {
        clear();
        field.current?.focus();
      } else if (event.key === 'Enter' && focused?.matches('[data-row]')) open(focused);
      else if (inField || rowOf(focused) || focused === document.body) {
        const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
        const next = nextRow(event.key, rows, rowOf(focused));
        if (next === undefined) return;
        next.focus();
        next.scrollIntoView({ block: 'nearest' });
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list, field, clear]);
}

const rowOf = (element: Element | null): HTMLElement | null => element?.closest<HTMLElement>('[data-row]') ?? null;
const isTyping = (element: Element | null): boolean => element?.matches('input, select, textarea') ?? false;
const open = (row: Element): void => row.querySelector<HTMLElement>('[data-open]')?.click();

function nextRow(key: string, rows: readonly HTMLElement[], current: HTMLElement | null): HTMLElement | undefined {
  const at = current === null ? -1 : rows.indexOf(current);
  if (key === 'ArrowDown') return rows[Math.min(at + 1, rows.length - 1)];
  if (key === 'ArrowUp') return at > 0 ? rows[at - 1] : undefined;
  return undefined;
}
