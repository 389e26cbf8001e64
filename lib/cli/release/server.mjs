/**
 * A release in a folder of its own, which may be read-only: `node server.mjs` prepares database and content and serves, and
 * `node server.mjs content …` and `admin …` run a command. Data and settings are those of the working folder. With a
 * folder of questions, `node server.mjs ./my-questions`, it serves that folder on this machine, and follows its changes.
 * Which folder is meant where none is named: questions-place.mjs.
 * The help that it prints is that of lib/cli/set-up-program.ts.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkNode } from "../check-node.mjs";
import { checkPort } from "../listening.mjs";
import { loadEnvFile } from "../load-env-file.mjs";
import { questionsPlace, takePlace } from "../questions-place.mjs";
import { runProgram } from "../run-program.mjs";
import { runSetUp } from "../run-set-up.mjs";
import { main, step } from "../say.mjs";
import { serverArguments } from "../server-arguments.mjs";
import { endOnSignal, letServe, loadServer } from "../supervise.mjs";
import { openBrowser, setUpOwnQuestions, watchQuestions } from "./own-questions.mjs";

const folder = join(import.meta.dirname, "../../..");
const [name = "", ...args] = process.argv.slice(2);
/** Answered without a server or a database. */
const questions = ["-h", "--help", "-V", "--version"];

await main(async () => {
  checkNode();
  loadEnvFile();
  process.env.MOCKDOWN_FOLDER = folder;
  if (["admin", "content"].includes(name)) runProgram([...program(name), ...args]);
  else if ([name, ...args].some((word) => questions.includes(word)))
    runProgram([...program("set-up"), ...process.argv.slice(2)]);
  else if (name === "" || name.startsWith("-")) await serveUnnamed(process.argv.slice(2));
  else if (args.includes("--init")) runProgram([...program("content"), "init", name]);
  else await serveOwn(name, args);
});

/** The folder where somebody stands, when it holds questions, is served as if it were named. */
async function serveUnnamed(options) {
  const place = questionsPlace(undefined, { program: folder });
  if (place.data !== null) return serveOwn(place.folder, options);
  takePlace(place);
  await serve(options);
}

async function serve(options) {
  endOnSignal();
  await checkPort();
  loadServer(serverArguments(folder));
  await step("database and content", () => runSetUp(program("set-up"), options));
  letServe(program("admin"));
}

async function serveOwn(questions, options) {
  await setUpOwnQuestions(questions, folder);
  await serve(options.filter((option) => option !== "--no-open"));
  watchQuestions(program("content"));
  if (!options.includes("--no-open")) await openBrowser();
}

/** What Node is given to run one of the compiled programs. */
function program(name) {
  const baseline = pathToFileURL(join(folder, "lib/cli/baseline-compiler.mjs"));
  return ["--import", baseline.href, join(folder, "programs", `${name}.mjs`)];
}
