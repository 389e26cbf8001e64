/**
 * Matches a number, or the beginning of one as it is typed: the `pattern` of a number field, in `RegExp` syntax with the
 * flag `v`.
 */
export const numberPattern = String.raw`\s*[+\-\u2212\u2013\u2014]?\s*[\d.,\s'\u2019]*(?:[eE][+\-\u2212\u2013]?\d*)?\s*`;
