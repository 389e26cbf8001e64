import { compileCommands } from "./compile.mjs";

const baseline = ["--import", "./lib/cli/baseline-compiler.mjs"];

/** What Node is given to run a file of TypeScript that ends soon. */
export const typescriptArguments = [...baseline, "--import", "tsx"];

let compiled;

/** What Node is given to run one of our programs: "admin", "content" or "set-up". */
export async function commandArguments(program) {
  compiled ??= compileCommands();
  return [...baseline, `${await compiled}/${program}.mjs`];
}
