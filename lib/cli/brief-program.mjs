import { setFlagsFromString } from "node:v8";

/**
 * How V8 translates a program that ends soon; measured in docs/performance.md. Set here and not on the command line: a
 * Node whose V8 has no such flag says so and goes on, where it would refuse to start.
 */
// Prisma's query compiler, which is WebAssembly, would be optimized in the background: longer than can be gained.
setFlagsFromString("--liftoff-only");
// A sync runs through much code ten thousand times, not millions: optimized sooner, and with less work, it is done sooner.
setFlagsFromString("--interrupt-budget=16000");
setFlagsFromString("--max-inlined-bytecode-size=100");
setFlagsFromString("--max-inlined-bytecode-size-cumulative=200");
