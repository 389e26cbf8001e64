/**
 * The server: runs the built app on PORT, at HOST or else at every address of the machine. A checkout and a release run
 * it alike; neither reads next.config.ts, which belongs to the build.
 */
import "./steady-heap.mjs";
import "./late-optimizing.mjs";
import "./keep-server.mjs";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { builtFiles, loadInTurn } from "./load-pages.mjs";

const folder = join(import.meta.dirname, "../..");
const built = join(folder, process.env.MOCKDOWN_DIST_DIR ?? ".next");
/** How long after the start the pages that nobody has opened are loaded, and the pause after each, in milliseconds. */
const [calmMs, pauseMs] = [3_000, 10];
const { config } = JSON.parse(readFileSync(join(built, "required-server-files.json"), "utf8"));

process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
// As in the servers that Next itself makes to run without its packages: with this it looks for no settings of its own.
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
process.env.NEXT_PRIVATE_START_TIME = String(Math.round(performance.timeOrigin));

const require = createRequire(import.meta.url);
require("next");
const { startServer } = require("next/dist/server/lib/start-server");
const files = builtFiles(built);
if (process.connected) await loadUntilTold();
await startServer({
  dir: folder,
  isDev: false,
  hostname: process.env.HOST || undefined,
  port: Number(process.env.PORT || 3000),
  allowRetry: false,
});
await sleep(calmMs);
await loadInTurn(files, () => sleep(pauseMs));

/** Loads code, which touches no data, until whoever started this process has prepared the database and says so. */
async function loadUntilTold() {
  // Who started us was refused, or has died.
  process.once("disconnect", leave);
  let isTold = false;
  const told = once(process, "message").then(() => {
    isTold = true;
    process.off("disconnect", leave);
  });
  await loadInTurn(files, nextTurn, () => isTold);
  await told;
}

function leave() {
  process.exit(1);
}
