import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { asStarted } from "./as-started.ts";
import { CommandRefused } from "./end-with.ts";
import { defaultExam } from "./one-exam.ts";
import { readContent } from "./read-content.ts";
import { slugged } from "./slugged.mjs";

/** Writes the exam.md of a folder of questions that has none, for its author to edit. A missing folder is created. */
export function initCommand(folder: string): void {
  const path = join(folder, "exam.md");
  if (existsSync(path)) throw new CommandRefused(`${path} already exists: edit it`);
  mkdirSync(folder, { recursive: true });
  const text = defaultExam(readContent(folder, null), slugged(basename(resolve(folder))));
  writeFileSync(path, text, { flag: "wx" });
  process.stdout.write(`wrote ${path}:\n${text}`);
  const next = `npm run content -- new ${slugged(basename(resolve(folder)))}/my-question --dir ${folder}`;
  process.stderr.write(`The first question: ${asStarted(next)}\n`);
}
