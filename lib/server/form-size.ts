/** In bytes: more than any form here sends. The build tells Next to read no more than this. */
export const mostFormBytes = 256 * 1024;
