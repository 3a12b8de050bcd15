// Moving through the rows of a list with the keyboard. The focus itself is the selection: rows are marked with
// `data-row` (the paper's id, empty for a row that is none), the element that takes the focus with `data-row-focus`, unless it is the
// row itself; nothing is kept in state.

const focusTarget = '[data-row-focus]';

/** Rows out of sight take no part. */
const rows = () =>
  [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(
    (row) => !row.closest('[hidden], details:not([open])'),
  );

const isCurrent = (row: HTMLElement) => row.contains(document.activeElement);

function focusRow(row: HTMLElement | undefined): void {
  const target = row?.matches('button') ? row : row?.querySelector<HTMLElement>(focusTarget);
  target?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** The id of the row that has the focus anywhere inside. */
export function currentRow(): string | undefined {
  return rows().find(isCurrent)?.dataset.row;
}

/** Where the row with the focus stands among all rows of the page, from 0; -1 where none has it. */
export function currentRowPosition(): number {
  return rows().findIndex(isCurrent);
}

/** From no row at all the way down leads to the first, the way up nowhere. Stops at both ends. */
export function moveRowFocus(step: 1 | -1): void {
  const position = currentRowPosition();
  if (position >= 0 || step > 0) focusRow(rows()[position + step]);
}

/** Focuses the row at `position`, or the last one before it. Says whether there was one. */
export function focusRowAt(position: number): boolean {
  const row = rows()[Math.min(position, rows().length - 1)];
  focusRow(row);
  return row !== undefined;
}

/** Focuses the row of that id. Says whether it is there. */
export function focusRowOf(id: string): boolean {
  const row = rows().find((candidate) => candidate.dataset.row === id);
  focusRow(row);
  return row !== undefined;
}

/** Focuses the first row of a list; where there is none, nothing happens. */
export function focusFirstRowIn(list: HTMLElement | null): void {
  list?.querySelector<HTMLElement>(focusTarget)?.focus({ preventScroll: true });
}
