/** How a program in TypeScript that ends soon is started. */
export const commandArguments = ["--import", "./lib/cli/brief-program.mjs", "--import", "tsx"];
