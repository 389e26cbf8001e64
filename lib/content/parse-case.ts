import type { Scenario } from "#lib/exam/question";
import { parseMarkdown } from "#lib/markdown/parse-markdown";
import { ContentWriter } from "./build/content-writer.ts";
import { checkNodes } from "./check/check-nodes.ts";
import { checkProse } from "./check/check-prose.ts";
import type { Place, Problem } from "./problem.ts";
import { isSilent } from "./read/blocks.ts";
import { caseFrontMatter, slugPattern } from "./read/front-matter.ts";
import { parseFrontMatter } from "./read/parse-front-matter.ts";
import { refusalProblem } from "./read/refusal-problem.ts";
import { splitFrontMatter } from "./read/split-front-matter.ts";
import { type StructuralRuleId, structuralProblem } from "./rules/structural-rules.ts";

export interface ParsedCase {
  readonly name: string;
  /** Null if there is any error. */
  readonly scenario: Scenario | null;
  /** Paths from the content folder of the images that the scenario shows. */
  readonly assets: readonly string[];
  readonly problems: readonly Problem[];
}

export interface CaseFile {
  /** `<exam>/cases/<name>.md` */
  readonly file: string;
  readonly text: string;
  readonly imageUrl: (path: string) => string | null;
}

/** Parses the scenario that several questions are based on. */
export function parseCase({ file, text, imageUrl }: CaseFile): ParsedCase {
  const problems: Problem[] = [];
  const tell = (rule: StructuralRuleId, place: Place, message: string, fix: string): void => {
    problems.push(structuralProblem(file, rule, place, message, fix));
  };
  const start = { line: 1, column: 1 };
  const name = file.replace(/^.*\//, "").replace(/\.md$/, "");
  const failed = (): ParsedCase => ({ name, scenario: null, assets: [], problems });
  if (!slugPattern.test(name))
    tell(
      "bad-name",
      start,
      `${JSON.stringify(name)} cannot be the name of a case`,
      "rename the file with lower-case letters, digits and hyphens",
    );
  const { yaml, markdown } = splitFrontMatter(text);
  const parsed = parseMarkdown(markdown);
  if (!parsed.ok) {
    problems.push(refusalProblem(file, parsed.refusal));
    return failed();
  }
  const blocks = parsed.root.children;
  if (yaml === null) {
    tell(
      "no-front-matter",
      start,
      "the file does not begin with front matter",
      "begin with a line ---, then `title: …`, then another line ---",
    );
    return failed();
  }
  const front = parseFrontMatter(file, yaml, 2, caseFrontMatter);
  problems.push(...front.problems);
  if (blocks.every(isSilent))
    tell("no-scenario", start, "the case has no text", "write the scenario under the front matter");
  const writer = new ContentWriter(file, parsed.definitions, { imageUrl }, (rule, node, message, fix) =>
    tell(rule, node.position?.start ?? start, message, fix),
  );
  const html = writer.html(blocks);
  problems.push(...checkNodes(file, parsed.root, writer, imageUrl), ...checkProse(file, parsed.root, text));
  if (!front.value || problems.some((problem) => problem.severity === "error")) return failed();
  return { name, scenario: { title: front.value.title, html }, assets: [...writer.assets].sort(), problems };
}
