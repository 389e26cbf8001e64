import { type Environment, parseEnvironment } from "./environment.ts";

let current: Environment | undefined;

/** The settings of this process, read once. */
export function environment(): Environment {
  current ??= parseEnvironment(process.env);
  return current;
}
