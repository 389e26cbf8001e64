/** PostgreSQL can neither store a text with a NUL character nor compare with one, so no name contains one. */
export const withoutNul = /^[^\0]*$/;

/** The problem with such a text, for pages to put into words. */
export const cannotKeep = "unseen";
