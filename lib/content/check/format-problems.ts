import type { Problem } from "../problem.ts";
import { rulesCatalogue } from "../rules/catalogue.ts";
import type { ProblemFormat } from "./problem-formats.ts";

/**
 * All problems in one text: for people, for programs (JSON), or for Git hosts (SARIF 2.1.0). `sources` holds the text of
 * the files by path; a problem of a file that is not there is printed without its line.
 */
export function formatProblems(
  problems: readonly Problem[],
  sources: ReadonlyMap<string, string>,
  format: ProblemFormat,
): string {
  switch (format) {
    case "text":
      return formatText(problems, sources);
    case "json":
      return `${JSON.stringify(problems.map(toJson), null, 2)}\n`;
    case "sarif":
      return `${JSON.stringify(toSarif(problems), null, 2)}\n`;
  }
}

/** Lines are cut for display around the problem. */
const widest = 120;

function formatText(problems: readonly Problem[], sources: ReadonlyMap<string, string>): string {
  const lines = new Map<string, readonly string[]>();
  const blocks = problems.map((problem) => {
    const all = lines.get(problem.file) ?? (sources.get(problem.file) ?? "").split("\n");
    lines.set(problem.file, all);
    return formatProblem(problem, all[problem.place.line - 1]);
  });
  return [...blocks, summary(problems)].join("\n");
}

function formatProblem(problem: Problem, sourceLine: string | undefined): string {
  const { file, place, severity, rule, message, fix } = problem;
  const number = String(place.line);
  const margin = " ".repeat(Math.max(number.length, 4));
  const { shown, caret } = excerpt(sourceLine ?? "", place.column);
  return [
    `${printable(file)}:${place.line}:${place.column}  ${severity}  ${rule}`,
    ...(sourceLine === undefined ? [] : [`${number.padStart(margin.length)} | ${shown}`]),
    `${margin} | ${sourceLine === undefined ? "" : " ".repeat(caret)}^ ${printable(message)}`,
    `${margin} = ${printable(fix)}`,
    "",
  ].join("\n");
}

function excerpt(line: string, column: number): { readonly shown: string; readonly caret: number } {
  const from = column > widest - 20 ? column - 40 : 0;
  const cut = line.slice(from, from + widest);
  const shown = `${from > 0 ? "…" : ""}${printable(cut)}${line.length > from + widest ? "…" : ""}`;
  const before = printable(line.slice(from, column - 1));
  return { shown, caret: cellsOf(before) + (from > 0 ? 1 : 0) };
}

/** Marks that stand on the character before them. */
const mark = /^[\p{Mn}\p{Me}]$/u;
/** Characters of East Asia and emoji take two cells of a terminal. */
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]$/u;

function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text) cells += mark.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return cells;
}

/** Nothing in a file can steer the terminal: what cannot be seen is printed as its code point. */
function printable(text: string): string {
  return text.replaceAll("\t", " ").replace(/[\p{Cc}\p{Cf}]/gu, (character) => `<U+${hex(character)}>`);
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}

function summary(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === "error").length;
  return `${counted(errors, "error")}, ${counted(problems.length - errors, "warning")}\n`;
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}

function toJson({ rule, severity, file, place, message, fix }: Problem): Record<string, string | number> {
  return { rule, severity, file, line: place.line, column: place.column, message, fix };
}

function toSarif(problems: readonly Problem[]): object {
  const used = rulesCatalogue().filter(({ id }) => problems.some((problem) => problem.rule === id));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "mockdown",
            rules: used.map(({ id, severity, description }) => ({
              id,
              shortDescription: { text: description },
              defaultConfiguration: { level: severity },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: problems.map(({ rule, severity, file, place, message, fix }) => ({
          ruleId: rule,
          level: severity,
          message: { text: `${message}: ${fix}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
                region: { startLine: place.line, startColumn: place.column },
              },
            },
          ],
        })),
      },
    ],
  };
}
