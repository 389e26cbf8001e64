import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { endLoad } from "./load.ts";
import { headLine, type Shown, toJson, toLine } from "./row.ts";
import type { Report, Suite } from "./suite.ts";
import { answers } from "./suites/answers.ts";
import { content } from "./suites/content.ts";
import { learning } from "./suites/learning.ts";
import { pages } from "./suites/pages.ts";
import { payload } from "./suites/payload.ts";
import { scale } from "./suites/scale.ts";
import { search } from "./suites/search.ts";
import { start } from "./suites/start.ts";
import { threads } from "./suites/threads.ts";

const suites: Readonly<Record<string, Suite>> = {
  pages,
  answers,
  threads,
  payload,
  content,
  learning,
  scale,
  search,
  start,
};

const usage = `npm run bench [-- <suite> …] [--quick] [--long] [--json FILE]
  suites: ${Object.keys(suites).join(", ")}; without one, all of them
  --quick  all suites in under three minutes; the figures are rougher
  --long   100,000 content files and 2,000 learners as well`;

const { values, positionals } = parseArguments();
const unknown = positionals.filter((name) => !(name in suites));
if (unknown.length > 0) {
  process.stderr.write(`There is no suite ${unknown.join(", ")}.\n${usage}\n`);
  process.exit(1);
}

const rows: Shown[] = [];
const report: Report = {
  row(row) {
    rows.push(row);
    process.stdout.write(`${toLine(row)}\n`);
  },
  say: (text) => void process.stdout.write(`${text}\n`),
};
report.say(
  `${cpus().length} processors (${cpus()[0]?.model.trim()}), Node ${process.versions.node}${values.quick ? ", quick" : ""}`,
);
report.say(headLine);
try {
  for (const name of positionals.length > 0 ? positionals : Object.keys(suites))
    await suites[name]?.(report, { isQuick: values.quick, isLong: values.long });
} finally {
  endLoad();
}
report.say(verdict(rows));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows.map(toJson), null, 2)}\n`);

function verdict(all: readonly Shown[]): string {
  const judged = all.filter((row) => row.holds !== null);
  const missed = judged.filter((row) => !row.holds);
  const noisy = judged.filter((row) => row.isNoisy);
  const sentence = `${judged.length - missed.length} of ${judged.length} goals hold.`;
  if (noisy.length === 0) return sentence;
  return `${sentence} The machine was too noisy to judge ${noisy.length} of them: the limit's own rounds differed by more than 20 %. Run again when it is quiet.`;
}

function parseArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        quick: { type: "boolean", default: false },
        long: { type: "boolean", default: false },
        json: { type: "string" },
      },
    });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    process.exit(1);
  }
}
