import type { ContentFigures } from "../content-process.ts";
import { coldSync, measure, middle, quickest, type Round, sum, withFolder } from "../content-rounds.ts";
import { measureKeystrokes } from "../measure-keystrokes.ts";
import { rowByRatio, rowByValue } from "../row.ts";
import type { Report, Suite } from "../suite.ts";

const suite = "content";

/**
 * A sync of generated files beside its raw parts, measured in turns in the same run on the same files: text only, and
 * with code and formulas, which the parts must render too, because a sync does.
 */
export const content: Suite = async (report, { isQuick, isLong }) => {
  const count = isQuick ? 2_000 : 10_000;
  const howOften = isQuick ? 1 : 3;
  const words = await measure(count, "words", howOften);
  const rich = await measure(count, "rich", howOften);
  reportCold(report, `cold sync of ${files(count)}, words alone, beside read + parse + insert`, words);
  reportCold(report, `cold sync of ${files(count)}, beside the same with Shiki and Temml`, rich);
  const peak = Math.max(...[...words, ...rich].map(({ cold }) => cold.peakBytes)) / 1024 / 1024;
  report.row(rowByValue({ suite, case: "peak memory of these", value: peak, unit: "MiB", goal: 350 }));
  const { keystrokeMs, place } = await withFolder(count, "rich", async (folder) => measureKeystrokes(folder));
  report.row(
    rowByValue({
      suite,
      case: `a keystroke in an editor, in a bank of ${files(count)}`,
      value: keystrokeMs,
      unit: "ms",
      goal: 50,
      details: place,
    }),
  );
  const read = rich.map((round) => round.read);
  const pick = (what: "unchanged" | "one") => rich.map((round) => round[what]);
  report.row(beside(`sync of ${files(count)}, nothing changed, beside read and hash`, pick("unchanged"), read, 3));
  report.row(beside(`sync of ${files(count)}, one changed, beside read and hash`, pick("one"), read, 3));
  if (!isLong) return;
  const ten = middle(rich.map(({ cold }) => cold));
  const hundred = await withFolder(100_000, "rich", (_, run) => coldSync(run));
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

function files(count: number): string {
  return `${count.toLocaleString("en")} files`;
}

function reportCold(report: Report, name: string, rounds: readonly Round[]): void {
  const parts = ["read", "parse", "insert"] as const;
  const shares = parts.map((part) => `${part} ${seconds(quickest(rounds.map((round) => round[part])).processorMs)}`);
  const sums = rounds.map((round) => sum(parts.map((part) => round[part])));
  const cold = rounds.map((round) => round.cold);
  report.row(beside(name, cold, sums, 1.5, [`${shares.join(", ")} CPU`]));
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
  goal: number,
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

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function mebibytes(figures: ContentFigures): string {
  return (figures.peakBytes / 1024 / 1024).toFixed(0);
}
