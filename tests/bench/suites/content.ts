import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ContentFigures } from "../content-process.ts";
import { generateContent, questionFile, questionPath } from "../generate-content.ts";
import { rowByRatio, rowByValue } from "../row.ts";
import type { Report, Suite } from "../suite.ts";

const suite = "content";

/** A sync of generated files beside the parts that it is made of, measured in the same run on the same files. */
export const content: Suite = async (report, { isQuick, isLong }) => {
  const count = isQuick ? 2_000 : 10_000;
  const ten = await measure(report, count);
  if (!isLong) return;
  const hundred = await measureCold(100_000);
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

async function measure(report: Report, count: number): Promise<ContentFigures> {
  return withFolder(count, async (run, folder) => {
    await run("migrate");
    const cold = await run("sync");
    const [read, parse, insert] = [
      await run("read and hash"),
      await run("parse to safe HTML"),
      await run("bulk insert"),
    ];
    const parts = sum([read, parse, insert]);
    const files = `${count.toLocaleString("en")} files`;
    report.row(
      beside(`cold sync of ${files}, beside read + parse + insert`, cold, parts, 1.5, [
        `read ${seconds(read.processorMs)}, parse ${seconds(parse.processorMs)}, insert ${seconds(insert.processorMs)} CPU`,
      ]),
    );
    const peak = cold.peakBytes / 1024 / 1024;
    report.row(rowByValue({ suite, case: `peak memory of that sync`, value: peak, unit: "MiB", goal: 350 }));
    const unchanged = await run("sync");
    report.row(beside(`sync of ${files}, nothing changed, beside read and hash`, unchanged, read, 3));
    writeFileSync(join(folder, questionPath(count >> 1)), questionFile(count >> 1, " again"));
    const one = await run("sync");
    report.row(beside(`sync of ${files}, one changed, beside read and hash`, one, read, 3));
    return cold;
  });
}

function measureCold(count: number): Promise<ContentFigures> {
  return withFolder(count, async (run) => {
    await run("migrate");
    return run("sync");
  });
}

function beside(name: string, value: ContentFigures, limit: ContentFigures, goal: number, more: string[] = []) {
  const wall = `wall ${seconds(value.wallMs)} against ${seconds(limit.wallMs)}`;
  return rowByRatio({
    suite,
    case: name,
    value: value.processorMs / 1000,
    unit: "s CPU",
    limit: limit.processorMs / 1000,
    goal,
    details: [wall, ...more].join("; "),
  });
}

type Run = (task: string) => Promise<ContentFigures>;

async function withFolder<T>(count: number, job: (run: Run, folder: string) => Promise<T>): Promise<T> {
  const base = await mkdtemp(join(tmpdir(), "mockdown-content-"));
  const folder = join(base, "content");
  try {
    await generateContent(folder, count);
    return await job((task) => runTask(task, folder, join(base, "mockdown.db")), folder);
  } finally {
    await rm(base, { recursive: true });
  }
}

function runTask(task: string, folder: string, database: string): Promise<ContentFigures> {
  const child = fork(fileURLToPath(new URL("../content-process.ts", import.meta.url)), [task, folder], {
    env: { ...process.env, DATABASE_URL: `file:${database}` },
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
