import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { installSentence } from "./install-sentence.mjs";
import { run } from "./run-command.mjs";
import { Refused, step } from "./say.mjs";

const stamp = "node_modules/.mockdown-install";
const runtime = `${process.versions.modules}-${process.platform}-${process.arch}`;

/**
 * Packages of the app list a browser driver and a test runner as optional peers. npm would install these peers although
 * only development needs them, unless it is told not to install peers.
 */
const appOnly = ["--omit=dev", "--legacy-peer-deps"];

/** Whether packages of any release have been installed. */
export function isInstalled() {
  return existsSync(stamp);
}

/**
 * Installs the packages unless they are there. To run the app, packages that only tests need are left out; once
 * installed, they stay.
 */
export async function install({ quiet, development }) {
  const wanted = await fingerprint(["package-lock.json"]);
  const [kept, scope, builtFor] = (existsSync(stamp) ? readFileSync(stamp, "utf8") : "").split(" ");
  if (kept === wanted && builtFor === runtime && (scope === "all" || !development)) return;
  // Native packages for another version of Node or another platform would not load: they are all downloaded again.
  const isForeign = kept !== "" && builtFor !== runtime;
  const clean = isForeign || !existsSync("node_modules/.package-lock.json");
  // Packages that somebody installed by hand are not removed.
  const all = development || scope === "all" || (!clean && scope === undefined);
  const args = [
    ...(clean ? ["ci"] : ["install", "--no-save"]),
    "--no-audit",
    "--no-fund",
    ...(all ? ["--include=dev"] : appOnly),
  ];
  // Also for a quiet command, whose output a program may read.
  process.stderr.write("Installing packages; the first time this takes a few minutes …\n");
  // If an install is cut short, half of it would pass for the previous one when the former release is started
  // afterwards.
  if (kept !== "") writeFileSync(stamp, `unfinished ${scope} ${builtFor}`);
  await step("installed packages", () => npm(args), { quiet });
  if (!all) removeSourceMaps("node_modules");
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${wanted} ${all ? "all" : "app"} ${runtime}`);
}

/**
 * The npm that came with this Node, whatever else is in PATH: run by another Node, it would download packages that ours
 * cannot load.
 */
async function npm(args) {
  const PATH = [dirname(process.execPath), process.env.PATH].filter(Boolean).join(delimiter);
  const env = { ...process.env, PATH, NODE_ENV: "development", npm_config_loglevel: "error" };
  await run("npm", args, { env }).catch((error) => {
    throw new Refused(installSentence(error, args));
  });
}

/** They are a seventh of a server's packages, and only debuggers of those packages read them. */
function removeSourceMaps(folder) {
  const names = readdirSync(folder, { recursive: true });
  for (const name of names)
    if (/\.[cm]?[jt]s\.map$|\.css\.map$/.test(name)) rmSync(join(folder, name), { recursive: true });
}
