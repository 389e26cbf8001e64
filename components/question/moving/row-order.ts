/**
 * The rows of a list, moved step by step. Only the neighbour that is passed changes its place in the page: the row that
 * moves keeps the focus and the pointer that drags it.
 */
export function stepRow(row: Element, by: -1 | 1): boolean {
  const neighbour = by < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (neighbour === null) return false;
  if (by < 0) row.after(neighbour);
  else row.before(neighbour);
  return true;
}

/** Sorts rows by their positions, from 1; leaves them as they are while a position is missing or used twice. */
export function sortRows(list: Element, placeOf: (row: Element) => number): void {
  const sorted = [...list.children].sort((a, b) => placeOf(a) - placeOf(b));
  if (sorted.some((row, i) => placeOf(row) !== i + 1)) return;
  for (const [i, row] of sorted.entries()) while (list.children[i] !== row && stepRow(row, -1));
}
