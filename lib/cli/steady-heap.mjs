import { setFlagsFromString } from "node:v8";

/**
 * For the server. Left to itself the old generation grows to several times what is alive before it is collected, on a
 * machine with much memory; see docs/performance.md. Set here and not on the command line, as in baseline-compiler.mjs.
 */
setFlagsFromString("--heap-growing-percent=45");
