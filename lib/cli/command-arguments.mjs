/**
 * How a program in TypeScript that ends soon is started. V8 would optimize Prisma's query compiler, which is WebAssembly,
 * in the background: that takes longer than such a program can gain, and memory; see docs/performance.md.
 */
export const commandArguments = ["--liftoff-only", "--import", "tsx"];
