/**
 * What a text that is a number, or becomes one as it is typed, is made of: the `pattern` of a number's field, in the syntax
 * of `RegExp` with the flag `v`.
 */
export const numberPattern = String.raw`\s*[+\-\u2212\u2013\u2014]?\s*[\d.,\s'\u2019]*(?:[eE][+\-\u2212\u2013]?\d*)?\s*`;
