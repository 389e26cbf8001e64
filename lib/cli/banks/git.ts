import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { CommandRefused } from "../end-with.ts";

const execute = promisify(execFile);

/** Nobody is asked for a password, and an address reaches no program but Git's own ways of fetching. */
const environment = { GIT_TERMINAL_PROMPT: "0", GIT_ALLOW_PROTOCOL: "file:git:http:https:ssh", LC_ALL: "C" };
/** Links become small texts, and nothing that the repository or this user has set up is run. */
const careful = ["-c", "core.symlinks=false", "-c", "core.hooksPath=/dev/null", "-c", "advice.detachedHead=false"];

/**
 * Puts the files of one revision of the repository at `address` into `folder`, which is empty, without their history.
 * Returns the commit. Refuses, with what Git said, what cannot be fetched.
 */
export async function fetchRevision(address: string, revision: string, folder: string): Promise<string> {
  const git = (...args: readonly string[]) => run(["-C", folder, ...careful, ...args]);
  await git("init", "--quiet");
  await git("fetch", "--quiet", "--depth=1", "--no-tags", "--", address, revision).catch(
    (error: { stderr?: string }) => {
      const said = error.stderr?.trim().replace(/^fatal: /gm, "") ?? "";
      throw new CommandRefused(`${revision} of ${address} cannot be fetched: ${said}`);
    },
  );
  await git("checkout", "--quiet", "FETCH_HEAD");
  return (await git("rev-parse", "HEAD")).trim();
}

async function run(args: readonly string[]): Promise<string> {
  try {
    return (await execute("git", [...args], { env: { ...process.env, ...environment } })).stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new CommandRefused("there is no Git on this machine: install it, then try again");
  }
}
