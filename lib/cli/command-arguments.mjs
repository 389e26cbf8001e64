import { compileCommands } from "./compile.mjs";

const baseline = ["--import", "./lib/cli/baseline-compiler.mjs"];

/** The arguments for Node to run a TypeScript file that ends soon. */
export const typescriptArguments = [...baseline, "--import", "tsx"];

let compiled;

/** The arguments for Node to run one of our programs: "admin", "content" or "set-up". */
export async function commandArguments(program) {
  compiled ??= compileCommands();
  return [...baseline, `${await compiled}/${program}.mjs`];
}
