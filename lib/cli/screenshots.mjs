import { spawn } from "node:child_process";
import { build } from "./build.mjs";
import { typescriptArguments } from "./command-arguments.mjs";
import { prepare } from "./prepare.mjs";
import { main } from "./say.mjs";

/** `npm run screenshots`: takes the pictures of README.md and docs/ anew. */
await main(async () => {
  await prepare({ quiet: true, development: true });
  await build();
});
const child = spawn(process.execPath, [...typescriptArguments, "tests/screenshots/take.ts"], { stdio: "inherit" });
child.on("close", (code, signal) => process.exit(signal ? 1 : code));
