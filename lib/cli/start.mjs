import { lookAtBuild } from "./build.mjs";
import { checkPort } from "./listening.mjs";
import { prepare } from "./prepare.mjs";
import { runProgram } from "./run-program.mjs";
import { runSetUp } from "./run-set-up.mjs";
import { main, step } from "./say.mjs";
import { serverArguments } from "./server-arguments.mjs";
import { endOnSignal, letServe, loadServer } from "./supervise.mjs";

endOnSignal();

/** `npm start`: whatever is missing, then the server, until a stop signal. */
await main(async () => {
  // Before packages and the database are touched: an earlier server may be using them.
  await prepare({ beforeInstall: checkPort });
  // It needs a package, which may have been missing until now.
  const { commandArguments } = await import("./command-arguments.mjs");
  if (process.argv.some((word) => ["-h", "--help"].includes(word)))
    return runProgram([...(await commandArguments("set-up")), "--help"]);
  const setUp = async () => runSetUp(await commandArguments("set-up"), process.argv.slice(2));
  const [build] = await Promise.all([loadBuilt(), step("database and content", setUp)]);
  if (build !== null) {
    await build();
    loadServer(serverArguments());
  }
  letServe(await commandArguments("admin"));
});

/** What was built before is loaded while the database is prepared. Returns what is left to build, or null. */
async function loadBuilt() {
  const build = await lookAtBuild();
  if (build === null) loadServer(serverArguments());
  return build;
}
