import { setFlagsFromString } from "node:v8";

/**
 * For the server. V8 would optimize Prisma's query compiler, which is WebAssembly, in the background while the server
 * starts: a fifth of the processor time until the first answer. With fifty times its budget, V8 optimizes only what is
 * still in use after that; see docs/performance.md. Set here and not on the command line, as in baseline-compiler.mjs.
 */
setFlagsFromString("--wasm-tiering-budget=100000000");
