import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dataFolder } from "./data-folder.ts";
import { BadEnvironment, type Environment, shortestSecret } from "./environment.ts";

/**
 * The secret that signs cookies: from the environment, or created once and stored in the data folder. Throws
 * `BadEnvironment` if the stored one is too short.
 */
export function authSecret(environment: Environment): string {
  return environment.AUTH_SECRET ?? keptSecret(secretFile(environment));
}

/** The file with the generated secret. */
export function secretFile(environment: Environment): string {
  return join(dataFolder(environment), "auth-secret");
}

function keptSecret(file: string): string {
  const secret = read(file) ?? make(file);
  if (secret.length >= shortestSecret) return secret;
  throw new BadEnvironment(
    `${file} has no secret of at least ${shortestSecret} characters: restore it from a backup, or delete it (everybody must sign in again)`,
  );
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Written beside it and then linked into place, so that nobody reads half a secret and a crash leaves none. */
function make(file: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    writeFileSync(beside, `${randomBytes(32).toString("base64url")}\n`, { flag: "wx", mode: 0o600, flush: true });
    linkSync(beside, file);
  } catch (error) {
    // Another process created it between our check and our link: its secret counts.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(beside, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}
