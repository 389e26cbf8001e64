/** In bytes: more than any form of ours sends. Next is built to read no more of one. */
export const mostFormBytes = 256 * 1024;
