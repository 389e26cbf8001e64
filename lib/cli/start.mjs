import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { lookAtBuild } from "./build.mjs";
import { commandArguments } from "./command-arguments.mjs";
import { prepare } from "./prepare.mjs";
import { isRunning, run, stopSignals } from "./run-command.mjs";
import { main, Refused, step } from "./say.mjs";
import { serverArguments } from "./server-arguments.mjs";

let server = null;
let isStopping = false;
for (const signal of stopSignals) process.on(signal, stop);
// To be told to stop is how a server is meant to end, whatever it was doing.
process.on("exit", () => {
  if (isStopping) process.exitCode = 0;
});

/** `npm start`: whatever is missing, then the server, until it is told to stop. */
await main(async () => {
  await prepare();
  const port = Number(process.env.PORT || 3000);
  // Before the database is touched: an earlier server may be using it. A bad number is listed with all other mistakes.
  if (isPort(port)) await checkPort(port);
  const [finishBuild] = await Promise.all([lookAtBuild(), step("database and content", setUp)]);
  await finishBuild();
  serve(port);
});

/** A program that `run` started is told by it, and ends ours. */
function stop() {
  isStopping = true;
  server?.kill("SIGTERM");
  if (server === null && !isRunning()) process.exit(0);
}

function isPort(port) {
  return Number.isInteger(port) && port >= 0 && port < 65_536;
}

function checkPort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(new Refused(sentenceFor(error, port))));
    probe.listen(port, () => probe.close(resolve));
  });
}

function sentenceFor(error, port) {
  if (error.code === "EADDRINUSE")
    return `Port ${port} is taken by another program: stop it, or start with another, such as PORT=${port + 1} npm start.`;
  if (error.code === "EACCES")
    return `This user may not listen on port ${port}: use one from 1024, such as PORT=3000 npm start.`;
  return `Port ${port} cannot be used: ${error.message}`;
}

/** Everything that needs the packages: settings, database, content. Its own sentence is the refusal, or what it has to tell. */
async function setUp() {
  const told = await run(process.execPath, [...commandArguments, "lib/cli/set-up.ts"]).catch((error) => {
    throw new Refused(error.message);
  });
  process.stdout.write(told);
}

function serve(port) {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORT: String(port) };
  server = spawn(process.execPath, serverArguments(port), {
    env,
    stdio: "inherit",
  });
  server.on("close", (code) => process.exit(code ?? 1));
}
