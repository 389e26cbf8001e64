import { spawn } from "node:child_process";
import { build } from "./build.mjs";
import { prepare } from "./prepare.mjs";
import { main } from "./say.mjs";

/** `npm run bench [-- <suite>]`: prepares and builds whatever is missing, then measures. */
await main(async () => {
  await prepare({ quiet: true, development: true });
  await build();
});
const args = ["--import", "tsx", "tests/bench/bench.ts", ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("close", (code, signal) => process.exit(signal ? 1 : code));
