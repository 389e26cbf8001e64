/** One step of the way: says what is being done, and how long it took. */
export async function step(name, work, { quiet = false } = {}) {
  const start = performance.now();
  const result = await work();
  if (!quiet) process.stdout.write(`${name.padEnd(34)} ${duration(performance.now() - start)}\n`);
  return result;
}

/** Ends the program with one sentence that names the cause and the way out. */
export class Refused extends Error {}

/** Runs a program's main part; a refusal ends in its sentence and exit code 1, anything else in its stack trace. */
export async function main(work) {
  // Who reads what we say may end before us: a server that starts does not end with its log's reader.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  try {
    await work();
  } catch (error) {
    const sentence = error instanceof Refused ? error.message : diskSentence(error);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  }
}

/** What a disk or its rights refuse is not a bug. */
function diskSentence({ code, message }) {
  if (["EACCES", "EPERM", "EROFS"].includes(code)) return `${message}: give this user permission to write there.`;
  return ["ENOSPC", "EDQUOT"].includes(code) ? `${message}: free some space on the disk, then try again.` : null;
}

function duration(ms) {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
