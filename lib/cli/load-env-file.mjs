import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { Refused } from "./say.mjs";

/** Sets the variables that are in `.env` but not in the environment. Refuses a file that cannot be read or is not UTF-8. */
export function loadEnvFile() {
  if (!existsSync(".env")) return;
  // Node's own loader treats a byte order mark as part of the first name, and finds no settings in another encoding.
  for (const [name, value] of Object.entries(parseEnv(readText()))) process.env[name] ??= value;
}

function readText() {
  let bytes;
  try {
    bytes = readFileSync(".env");
  } catch (error) {
    throw new Refused(`.env cannot be read: ${error.message}. Make it a file that this user can read, or remove it.`);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new Refused(".env is not UTF-8, so its settings cannot be read: save it as UTF-8.");
}
