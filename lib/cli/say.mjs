/** One step of the way: says what is being done, and how long it took. */
export async function step(name, work, { quiet = false } = {}) {
  const start = performance.now();
  const result = await work();
  if (!quiet) process.stdout.write(`${name.padEnd(34)} ${duration(performance.now() - start)}\n`);
  return result;
}

/** Ends the program with one sentence that names the cause and the way out. */
export class Refused extends Error {}

/** Runs a program's main part; a `Refused` ends in its sentence and exit code 1, anything else in its stack trace. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function duration(ms) {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
