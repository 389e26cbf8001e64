import { type Environment, parseEnvironment } from "./environment.ts";

let current: { readonly source: NodeJS.ProcessEnv; readonly environment: Environment } | undefined;

/**
 * The settings of this process, read once; read again only if `process.env` is another object, as for each command that
 * a test runs in its own process.
 */
export function environment(): Environment {
  if (current?.source !== process.env) current = { source: process.env, environment: parseEnvironment(process.env) };
  return current.environment;
}
