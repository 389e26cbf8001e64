import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fingerprint } from "./fingerprint.mjs";
import { run } from "./run-command.mjs";
import { Refused, step } from "./say.mjs";

const installStamp = "node_modules/.mockdown-install";
const runtime = `${process.versions.modules}-${process.platform}-${process.arch}`;
const generateStamp = "prisma/generated/.stamp";

/** Installs and generates what is missing or out of date. Knows nothing but Node itself: it runs before any package is there. */
export async function prepare({ quiet = false, development = false } = {}) {
  checkNode();
  loadEnvFile();
  await install(quiet, development);
  await generate(quiet);
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refused(
    `Node ${process.versions.node} is too old: install Node 20.19 or later (the current LTS is best) and try again.`,
  );
}

function loadEnvFile() {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/** To run the app, what only tests need is left out; once it is there it stays. */
async function install(quiet, development) {
  const wanted = await fingerprint(["package-lock.json"]);
  const [kept, scope, builtFor] = read(installStamp).split(" ");
  if (kept === wanted && builtFor === runtime && (scope === "all" || !development)) return;
  // Native packages of another Node or another kind of machine would not load: they are all fetched again.
  const isForeign = kept !== "" && builtFor !== runtime;
  const clean = isForeign || !existsSync("node_modules/.package-lock.json");
  // Packages that somebody installed by hand are not taken away.
  const all = development || scope === "all" || (!clean && scope === undefined);
  const words = [
    ...(clean ? ["ci"] : ["install", "--no-save"]),
    "--no-audit",
    "--no-fund",
    ...(all ? ["--include=dev"] : ["--omit=dev"]),
  ];
  // Also of a quiet command, whose output may be for a program to read.
  process.stderr.write("Installing packages; the first time this takes a few minutes …\n");
  await step("installed packages", () => npm(words), { quiet });
  writeFileSync(installStamp, `${wanted} ${all ? "all" : "app"} ${runtime}`);
}

async function npm(words) {
  try {
    await run("npm", words, { env: { ...process.env, NODE_ENV: "development", npm_config_loglevel: "error" } });
  } catch (error) {
    if (error.code === "ENOENT") throw new Refused("npm is not on the path: install it with Node and try again.");
    if (/EACCES|EPERM|EROFS/.test(error.message)) {
      throw new Refused(
        `Packages cannot be written to ${process.cwd()}: give this user the right to write there. ${lastLine(error)}`,
      );
    }
    if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(error.message)) {
      throw new Refused(
        `The package registry cannot be reached: check the network or npm's registry setting. ${lastLine(error)}`,
      );
    }
    throw new Refused(`npm ${words[0]} failed; run it by hand to see more. ${error.message}`);
  }
}

function lastLine(error) {
  return error.message.trim().split("\n").at(-1);
}

async function generate(quiet) {
  const wanted = await fingerprint(["prisma/schema.prisma", "package-lock.json"]);
  if (read(generateStamp) === wanted) return;
  const { generateClients } = await import("./generate.mjs");
  await step("generated the database clients", generateClients, { quiet });
  writeFileSync(generateStamp, wanted);
}

function read(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
