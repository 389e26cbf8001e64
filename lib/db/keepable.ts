/** PostgreSQL keeps no text with a NUL, and refuses to compare with one: a name that holds it is the name of nothing. */
export const withoutNul = /^[^\0]*$/;

/** What is wrong with a text that has one, for pages to put into words. */
export const cannotKeep = "unseen";
