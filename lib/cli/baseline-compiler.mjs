import { setFlagsFromString } from "node:v8";

/**
 * For programs that end soon. V8 would optimize Prisma's query compiler, which is WebAssembly, in the background. That
 * takes more time than such a program can gain, and memory; see docs/performance.md. Set here and not on the command
 * line: a Node whose V8 has no such flag prints a message and continues, but would refuse to start otherwise.
 */
setFlagsFromString("--liftoff-only");
