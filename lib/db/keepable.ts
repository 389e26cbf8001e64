/** PostgreSQL keeps no text with a NUL, and refuses to compare with one: a name that holds it is the name of nothing. */
export const withoutNul = /^[^\0]*$/;

/** What to say of a text with one. */
export const cannotKeep = "A character in it cannot be kept: remove what cannot be seen";
