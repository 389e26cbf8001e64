/** How a program in TypeScript that ends soon is started. */
export const commandArguments = ["--import", "./lib/cli/baseline-compiler.mjs", "--import", "tsx"];
