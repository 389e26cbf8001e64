/** For so long after a deletion its author can take it back. Then the text is removed. */
export const undoMs = 60_000;
