/**
 * The server: runs the built app on PORT, at HOST or else at every address of the machine. A checkout and a release run
 * it alike; neither reads next.config.ts, which belongs to the build.
 */
import "./steady-heap.mjs";
import "./keep-server.mjs";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../..");
const built = process.env.MOCKDOWN_DIST_DIR ?? ".next";
const { config } = JSON.parse(readFileSync(join(folder, built, "required-server-files.json"), "utf8"));

process.env.NODE_ENV = "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
// As in the servers that Next itself makes to run without its packages: with this it looks for no settings of its own.
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
process.env.NEXT_PRIVATE_START_TIME = String(Math.round(performance.timeOrigin));

const require = createRequire(import.meta.url);
require("next");
const { startServer } = require("next/dist/server/lib/start-server");
await startServer({
  dir: folder,
  isDev: false,
  hostname: process.env.HOST || undefined,
  port: Number(process.env.PORT || 3000),
  allowRetry: false,
});
