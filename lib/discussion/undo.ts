/** For so long after a deletion its author can take it back. */
export const undoMs = 60_000;
