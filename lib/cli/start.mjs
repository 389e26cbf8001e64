import { spawn } from "node:child_process";
import { accessSync, constants, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { build } from "./build.mjs";
import { prepare } from "./prepare.mjs";
import { run } from "./run-command.mjs";
import { main, Refused, step } from "./say.mjs";

/** `npm start`: whatever is missing, then the server, until it is told to stop. */
await main(async () => {
  checkFolder();
  await prepare();
  const port = readPort();
  await checkPort(port);
  await step("database and content", setUp);
  await build();
  serve(port);
});

function checkFolder() {
  try {
    mkdirSync("data", { recursive: true });
    accessSync("data", constants.W_OK);
  } catch (error) {
    throw new Refused(
      `The folder data cannot be written in ${process.cwd()} (${error.code}): give this user the right to write there.`,
    );
  }
}

function readPort() {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Refused(`PORT is ${process.env.PORT}: set it to a number from 0 to 65535, or leave it out for 3000.`);
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

/** Everything that needs the packages: settings, database, content. Its own sentence is the refusal. */
async function setUp() {
  await run(process.execPath, ["--import", "tsx", "lib/cli/set-up.ts"]).catch((error) => {
    throw new Refused(error.message);
  });
}

function serve(port) {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", PORT: String(port) };
  const server = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-p", String(port)], {
    env,
    stdio: "inherit",
  });
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      isStopping = true;
      server.kill("SIGTERM");
    });
  }
  server.on("close", (code) => process.exit(isStopping ? 0 : (code ?? 1)));
}
