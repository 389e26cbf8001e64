import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkPort, port } from "../listening.mjs";
import { questionsPlace, shortPath, takePlace } from "../questions-place.mjs";
import { Refused } from "../say.mjs";

/** How many ports are tried, from 3000 on, where none is set. */
const ports = 20;

/** Settings for a folder of questions on this machine alone, where the environment has none. */
export async function setUpOwnQuestions(folder, program) {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refused(
      `There is no folder ${folder}: name the one that holds your questions. --help shows what else this program does.`,
    );
  const place = questionsPlace(folder, { program });
  takePlace({ ...place, folder: resolve(folder) });
  process.stdout.write(`Questions: ${shortPath(folder)}, data: ${shortPath(place.data ?? "data")}\n`);
  process.env.HOST ||= "127.0.0.1";
  if (!process.env.PORT) await chooseFreePort();
}

async function chooseFreePort() {
  for (let tried = 3000; tried < 3000 + ports; tried++) {
    process.env.PORT = String(tried);
    const isFree = await checkPort().then(
      () => true,
      (error) => {
        if (error instanceof Refused) return false;
        throw error;
      },
    );
    if (isFree) return;
  }
  throw new Refused(`The ports from 3000 to ${2999 + ports} are in use: set another port, such as PORT=8080.`);
}

/** Brings in what changes in the folder, until this program ends. */
export function watchQuestions(contentWords) {
  const child = spawn(process.execPath, [...contentWords, "sync", "--watch"], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  process.on("exit", () => child.kill());
}

/** Opens the first page in a browser once it is served, where there is a screen and a program for that. */
export async function openBrowser() {
  const address = `http://${process.env.HOST === "127.0.0.1" ? "localhost" : process.env.HOST}:${port()}`;
  const program = browserProgram();
  if (program === null) return;
  const isUp = () =>
    fetch(`${address}/api/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) await sleep(100);
  const child = spawn(program, [address], { stdio: "ignore", detached: true });
  // Whoever has no such program opens the address that was printed.
  child.on("error", () => {});
  child.unref();
}

function browserProgram() {
  if (process.platform === "darwin") return "open";
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? "xdg-open" : null;
}
