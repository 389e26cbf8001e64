import { setFlagsFromString } from "node:v8";

/**
 * For programs that end soon. V8 would optimize Prisma's query compiler, which is WebAssembly, in the background: that
 * takes longer than such a program can gain, and memory; see docs/performance.md. Set here and not on the command line:
 * a Node whose V8 has no such flag says so and goes on, where it would refuse to start.
 */
setFlagsFromString("--liftoff-only");
