import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkNode } from "./check-node.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { install } from "./install.mjs";
import { loadEnvFile } from "./load-env-file.mjs";
import { Refused, step } from "./say.mjs";

const generateStamp = "prisma/generated/.stamp";

/**
 * Installs and generates what is missing or out of date. Knows nothing but Node itself: it runs before any package is there.
 * Awaits `beforeInstall` once the settings are read: what would be in the way later is said before minutes of waiting.
 */
export async function prepare({ quiet = false, development = false, beforeInstall = async () => {} } = {}) {
  checkNode();
  checkFolder();
  loadEnvFile();
  await beforeInstall();
  await install({ quiet, development });
  await generate(quiet);
}

/** Every path is meant from the checkout; from elsewhere, such as a cron job, packages would go into somebody else's folder. */
function checkFolder() {
  const folder = fileURLToPath(new URL("../../", import.meta.url)).replace(/(?<=.)\/$/, "");
  if (process.cwd() === folder) return;
  throw new Refused(`Mockdown is not in ${process.cwd()}: go to its folder first (cd ${folder}), then try again.`);
}

async function generate(quiet) {
  const wanted = await fingerprint(["prisma/schema.prisma", "package-lock.json"]);
  if (existsSync(generateStamp) && readFileSync(generateStamp, "utf8") === wanted) return;
  // Half of what is made would pass for what was there before.
  rmSync(generateStamp, { force: true });
  const { generateClients } = await import("./generate.mjs");
  await step("generated the database clients", generateClients, { quiet }).catch((error) => {
    throw new Refused(`The database clients cannot be generated: ${error.message}`);
  });
  writeFileSync(generateStamp, wanted);
}
