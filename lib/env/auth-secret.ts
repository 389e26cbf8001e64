import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "./data-folder.ts";
import type { Environment } from "./environment.ts";

/** The secret that signs cookies: from the environment, or made once and kept in the data folder. */
export function authSecret(environment: Environment): string {
  return environment.AUTH_SECRET ?? keptSecret(dataFolder(environment));
}

function keptSecret(folder: string): string {
  const file = join(folder, "auth-secret");
  return read(file) ?? make(folder, file);
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function make(folder: string, file: string): string {
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    // Another process made it between our look and our write: its secret is the one.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
