import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { typescriptArguments } from "../../lib/cli/command-arguments.mjs";
import type { ContentFigures } from "./content-process.ts";
import { generateContent, type Kind, questionFile, questionPath } from "./generate-content.ts";

export function measure(count: number, kind: Kind, howOften: number): Promise<readonly Round[]> {
  return withFolder(count, kind, async (folder, run) => {
    const measured: Round[] = [];
    for (let i = 0; i < howOften; i++) measured.push(await measureRound(folder, count, kind, i, run));
    return measured;
  });
}

/** One measurement of each task, taken in turns. */
export type Round = Readonly<Record<"cold" | "read" | "parse" | "insert" | "unchanged" | "one", ContentFigures>>;

const parsing = { words: "parse to safe HTML", rich: "parse to safe HTML, with code and formulas" } as const;

async function measureRound(folder: string, count: number, kind: Kind, number: number, runIn: Run): Promise<Round> {
  const run = (task: string) => runIn(task, number);
  const cold = await coldSync(runIn, number);
  const [read, insert] = [await run("read and hash"), await run("bulk insert")];
  // Some of its runs take more than twice as long as the others, even on a quiet machine.
  const parse = quickest([await run(parsing[kind]), await run(parsing[kind])]);
  const unchanged = await run("sync");
  const changed = count >> 1;
  writeFileSync(join(folder, questionPath(changed)), questionFile(changed, kind, ` again ${number}`));
  return { cold, read, parse, insert, unchanged, one: await run("sync") };
}

export async function coldSync(run: Run, round = 0): Promise<ContentFigures> {
  await run("migrate", round);
  return run("sync", round);
}

/** For our own work, the middle round by processor time counts, so a single disturbed round does not matter. */
export function middle(rounds: readonly ContentFigures[]): ContentFigures {
  const sorted = [...rounds].sort((a, b) => a.processorMs - b.processorMs);
  return sorted[sorted.length >> 1] as ContentFigures;
}

/** For a limit, the quickest round counts: the best that is possible. */
export function quickest(rounds: readonly ContentFigures[]): ContentFigures {
  return rounds.reduce((best, each) => (each.processorMs < best.processorMs ? each : best));
}

/** Runs a task on the files, with the database of a round. */
type Run = (task: string, round?: number) => Promise<ContentFigures>;

export async function withFolder<T>(
  count: number,
  kind: Kind,
  job: (folder: string, run: Run) => Promise<T>,
): Promise<T> {
  const base = await mkdtemp(join(tmpdir(), "mockdown-content-"));
  const folder = join(base, "content");
  try {
    await generateContent(folder, count, kind);
    return await job(folder, async (task, round = 0) => {
      await mkdir(join(base, `${round}`), { recursive: true });
      return runTask(task, folder, join(base, `${round}`, "mockdown.db"));
    });
  } finally {
    await rm(base, { recursive: true });
  }
}

function runTask(task: string, folder: string, database: string): Promise<ContentFigures> {
  const child = fork(fileURLToPath(new URL("./content-process.ts", import.meta.url)), [task, folder], {
    env: { ...process.env, DATABASE_URL: `file:${database}` },
    execArgv: typescriptArguments,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    let figures: ContentFigures | undefined;
    child.once("message", (message: ContentFigures) => {
      figures = message;
    });
    child.once("close", (code) => {
      if (figures !== undefined && code === 0) resolve(figures);
      else reject(new Error(`${task} ended with ${code}`));
    });
  });
}

export function sum(all: readonly ContentFigures[]): ContentFigures {
  const add = (pick: (figures: ContentFigures) => number) => all.reduce((total, each) => total + pick(each), 0);
  return {
    wallMs: add((each) => each.wallMs),
    processorMs: add((each) => each.processorMs),
    peakBytes: Math.max(...all.map((each) => each.peakBytes)),
  };
}
