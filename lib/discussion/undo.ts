/** How long after a deletion its author can undo it. Then the text is removed. */
export const undoMs = 60_000;
