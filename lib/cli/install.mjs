import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { installSentence } from "./install-sentence.mjs";
import { run } from "./run-command.mjs";
import { Refused, step } from "./say.mjs";

const stamp = "node_modules/.mockdown-install";
const runtime = `${process.versions.modules}-${process.platform}-${process.arch}`;

/**
 * A browser driver and a test runner are also what packages of the app may be used with: npm brings such peers along
 * though they are for development alone, unless it leaves peers to us.
 */
const appOnly = ["--omit=dev", "--legacy-peer-deps"];

/** Whether packages have been installed, of whatever release. */
export function isInstalled() {
  return existsSync(stamp);
}

/** Installs the packages unless they are there. To run the app, what only tests need is left out; once it is there it stays. */
export async function install({ quiet, development }) {
  const wanted = await fingerprint(["package-lock.json"]);
  const [kept, scope, builtFor] = (existsSync(stamp) ? readFileSync(stamp, "utf8") : "").split(" ");
  if (kept === wanted && builtFor === runtime && (scope === "all" || !development)) return;
  // Native packages of another Node or another kind of machine would not load: they are all fetched again.
  const isForeign = kept !== "" && builtFor !== runtime;
  const clean = isForeign || !existsSync("node_modules/.package-lock.json");
  // Packages that somebody installed by hand are not taken away.
  const all = development || scope === "all" || (!clean && scope === undefined);
  const args = [
    ...(clean ? ["ci"] : ["install", "--no-save"]),
    "--no-audit",
    "--no-fund",
    ...(all ? ["--include=dev"] : appOnly),
  ];
  // Also of a quiet command, whose output may be for a program to read.
  process.stderr.write("Installing packages; the first time this takes a few minutes …\n");
  // Half of it would pass for what was there before, should the former release be started after one that was cut short.
  if (kept !== "") writeFileSync(stamp, `unfinished ${scope} ${builtFor}`);
  await step("installed packages", () => npm(args), { quiet });
  if (!all) removeSourceMaps("node_modules");
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${wanted} ${all ? "all" : "app"} ${runtime}`);
}

/** The npm that came with this Node, whatever else is on the path: with another Node it would fetch what ours cannot load. */
async function npm(args) {
  const PATH = [dirname(process.execPath), process.env.PATH].filter(Boolean).join(delimiter);
  const env = { ...process.env, PATH, NODE_ENV: "development", npm_config_loglevel: "error" };
  await run("npm", args, { env }).catch((error) => {
    throw new Refused(installSentence(error, args));
  });
}

/** Of a server's packages they are a seventh, and only debuggers of those packages read them. */
function removeSourceMaps(folder) {
  const names = readdirSync(folder, { recursive: true });
  for (const name of names)
    if (/\.[cm]?[jt]s\.map$|\.css\.map$/.test(name)) rmSync(join(folder, name), { recursive: true });
}
