import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { lookAtBuild } from "./build.mjs";
import { keepBackups } from "./keep-backups.mjs";
import { prepare } from "./prepare.mjs";
import { isRunning, stopSignals } from "./run-command.mjs";
import { runSetUp } from "./run-set-up.mjs";
import { main, Refused, step } from "./say.mjs";
import { serverArguments } from "./server-arguments.mjs";

let server = null;
let stopBackups = () => {};
let isStopping = false;
for (const signal of stopSignals) process.on(signal, stop);
// To be told to stop is how a server is meant to end, whatever it was doing.
process.on("exit", () => {
  if (isStopping) process.exitCode = 0;
});

/** `npm start`: whatever is missing, then the server, until it is told to stop. */
await main(async () => {
  // Before packages and the database are touched: an earlier server may be using them.
  await prepare({ beforeInstall: checkPort });
  const [finishBuild] = await Promise.all([
    lookAtBuild(),
    step("database and content", () => runSetUp(process.argv.slice(2))),
  ]);
  await finishBuild();
  serve(port(), host());
  const { commandArguments } = await import("./command-arguments.mjs");
  stopBackups = keepBackups(await commandArguments("admin"));
});

/** A program that `run` started is told by it, and ends ours. */
function stop() {
  isStopping = true;
  stopBackups();
  server?.kill("SIGTERM");
  if (server === null && !isRunning()) process.exit(0);
}

function port() {
  return Number(process.env.PORT || 3000);
}

function host() {
  return process.env.HOST ?? "";
}

/** A number that is no port is listed later, with all other mistakes in the settings; so is a host that is no address. */
function checkPort() {
  const wanted = port();
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      if (["ENOTFOUND", "EAI_AGAIN"].includes(error.code)) resolve();
      else reject(new Refused(sentenceFor(error, wanted)));
    });
    probe.listen(wanted, host() || undefined, () => probe.close(resolve));
  });
}

function sentenceFor(error, port) {
  if (error.code === "EADDRINUSE")
    return `Port ${port} is taken by another program: stop it, or start with another, such as PORT=${port + 1} npm start.`;
  if (error.code === "EACCES")
    return `This user may not listen on port ${port}: use one from 1024, such as PORT=3000 npm start.`;
  if (error.code === "EADDRNOTAVAIL")
    return `HOST ${host()} is no address of this machine: set it to 127.0.0.1, or leave it out to listen at every address.`;
  return `Port ${port} cannot be used: ${error.message}`;
}

function serve(port, host) {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORT: String(port) };
  server = spawn(process.execPath, serverArguments(port, host), {
    env,
    stdio: "inherit",
  });
  server.on("close", (code) => process.exit(code ?? 1));
}
