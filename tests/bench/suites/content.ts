import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commandArguments } from "../../../lib/cli/command-arguments.mjs";
import type { ContentFigures } from "../content-process.ts";
import { generateContent, questionFile, questionPath } from "../generate-content.ts";
import { rowByRatio, rowByValue } from "../row.ts";
import type { Report, Suite } from "../suite.ts";

const suite = "content";

/** A sync of generated files beside the parts that it is made of, measured in turns in the same run on the same files. */
export const content: Suite = async (report, { isQuick, isLong }) => {
  const count = isQuick ? 2_000 : 10_000;
  const ten = await measure(report, count, isQuick ? 1 : 3);
  if (!isLong) return;
  const hundred = await withFolder(100_000, (_, run) => coldSync(run));
  report.row(
    rowByRatio({
      suite,
      case: `cold sync of 100,000 files, beside ${count.toLocaleString("en")}`,
      value: hundred.processorMs / 1000,
      unit: "s CPU",
      limit: ten.processorMs / 1000,
      goal: 11,
      details: `wall ${seconds(hundred.wallMs)} against ${seconds(ten.wallMs)}, peak ${mebibytes(hundred)} MiB`,
    }),
  );
};

async function measure(report: Report, count: number, howOften: number): Promise<ContentFigures> {
  const rounds = await withFolder(count, async (folder, run) => {
    const measured: Round[] = [];
    for (let i = 0; i < howOften; i++) measured.push(await measureRound(folder, count, i, run));
    return measured;
  });
  const cold = rounds.map((round) => round.cold);
  const parts = rounds.map(({ read, parse, insert }) => sum([read, parse, insert]));
  const read = rounds.map((round) => round.read);
  const shares = (["read", "parse", "insert"] as const).map(
    (part) => `${part} ${seconds(quickest(rounds.map((round) => round[part])).processorMs)}`,
  );
  const files = `${count.toLocaleString("en")} files`;
  report.row(
    beside(`cold sync of ${files}, beside read + parse + insert`, cold, parts, 1.5, [`${shares.join(", ")} CPU`]),
  );
  const dressed = rounds.map(({ read, dress, insert }) => sum([read, dress, insert]));
  report.row(beside("the same, code and formulas by the bare libraries too", cold, dressed, null));
  const peak = Math.max(...cold.map(({ peakBytes }) => peakBytes)) / 1024 / 1024;
  report.row(rowByValue({ suite, case: `peak memory of that sync`, value: peak, unit: "MiB", goal: 350 }));
  const unchanged = rounds.map((round) => round.unchanged);
  report.row(beside(`sync of ${files}, nothing changed, beside read and hash`, unchanged, read, 3));
  const one = rounds.map((round) => round.one);
  report.row(beside(`sync of ${files}, one changed, beside read and hash`, one, read, 3));
  return middle(cold);
}

type Round = Readonly<Record<"cold" | "read" | "parse" | "dress" | "insert" | "unchanged" | "one", ContentFigures>>;

async function measureRound(folder: string, count: number, number: number, runIn: Run): Promise<Round> {
  const run = (task: string) => runIn(task, number);
  const cold = await coldSync(runIn, number);
  const [read, insert] = [await run("read and hash"), await run("bulk insert")];
  // Some of its runs take more than twice the time of the others, on a quiet machine too.
  const parse = quickest([await run("parse to safe HTML"), await run("parse to safe HTML")]);
  const dress = await run("parse to safe HTML, with code and formulas");
  const unchanged = await run("sync");
  const changed = count >> 1;
  writeFileSync(join(folder, questionPath(changed)), questionFile(changed, ` again ${number}`));
  return { cold, read, parse, dress, insert, unchanged, one: await run("sync") };
}

async function coldSync(run: Run, round = 0): Promise<ContentFigures> {
  await run("migrate", round);
  return run("sync", round);
}

/** Of ours the round in the middle by processor time counts, so that one disturbed round does not. */
function middle(rounds: readonly ContentFigures[]): ContentFigures {
  const sorted = [...rounds].sort((a, b) => a.processorMs - b.processorMs);
  return sorted[sorted.length >> 1] as ContentFigures;
}

/** Of a limit the quickest round counts: that is what can be done. */
function quickest(rounds: readonly ContentFigures[]): ContentFigures {
  return rounds.reduce((best, each) => (each.processorMs < best.processorMs ? each : best));
}

/** Whether the rounds differ by more than a fifth of the middle one. */
function differ(rounds: readonly ContentFigures[]): boolean {
  const times = rounds.map(({ processorMs }) => processorMs);
  return Math.max(...times) - Math.min(...times) > middle(rounds).processorMs / 5;
}

function beside(
  name: string,
  values: readonly ContentFigures[],
  limits: readonly ContentFigures[],
  goal: number | null,
  more: string[] = [],
) {
  const [value, limit] = [middle(values), quickest(limits)];
  const wall = `wall ${seconds(value.wallMs)} against ${seconds(limit.wallMs)}`;
  return rowByRatio({
    suite,
    case: name,
    value: value.processorMs / 1000,
    unit: "s CPU",
    limit: limit.processorMs / 1000,
    goal,
    isNoisy: differ(limits),
    details: [wall, ...more].join("; "),
  });
}

/** Does a task on the files, with the database of a round. */
type Run = (task: string, round?: number) => Promise<ContentFigures>;

async function withFolder<T>(count: number, job: (folder: string, run: Run) => Promise<T>): Promise<T> {
  const base = await mkdtemp(join(tmpdir(), "mockdown-content-"));
  const folder = join(base, "content");
  try {
    await generateContent(folder, count);
    return await job(folder, async (task, round = 0) => {
      await mkdir(join(base, `${round}`), { recursive: true });
      return runTask(task, folder, join(base, `${round}`, "mockdown.db"));
    });
  } finally {
    await rm(base, { recursive: true });
  }
}

function runTask(task: string, folder: string, database: string): Promise<ContentFigures> {
  const child = fork(fileURLToPath(new URL("../content-process.ts", import.meta.url)), [task, folder], {
    env: { ...process.env, DATABASE_URL: `file:${database}` },
    execArgv: commandArguments,
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

function sum(all: readonly ContentFigures[]): ContentFigures {
  const add = (pick: (figures: ContentFigures) => number) => all.reduce((total, each) => total + pick(each), 0);
  return {
    wallMs: add((each) => each.wallMs),
    processorMs: add((each) => each.processorMs),
    peakBytes: Math.max(...all.map((each) => each.peakBytes)),
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function mebibytes(figures: ContentFigures): string {
  return (figures.peakBytes / 1024 / 1024).toFixed(0);
}
