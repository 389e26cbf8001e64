/** In characters. */
export const longestComment = 8_000;
