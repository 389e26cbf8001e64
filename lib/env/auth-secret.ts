import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Environment } from "./environment.ts";

const file = "data/auth-secret";

/** The secret that signs cookies: from the environment, or made once and kept under `data/`. */
export function authSecret(environment: Environment): string {
  return environment.AUTH_SECRET ?? keptSecret();
}

function keptSecret(): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  mkdirSync("data", { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    // Another process made it between our look and our write: its secret is the one.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
