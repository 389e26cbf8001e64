import type { Heading, List, Nodes, RootContent, Table } from "mdast";
import type { QuestionKind } from "#lib/exam/question";
import { plainText } from "#lib/markdown/plain-text";
import type { Meant, Place } from "../problem.ts";
import type { StructuralRuleId } from "../rules/structural-rules.ts";
import { isTaskList } from "./blocks.ts";
import { closest } from "./closest.ts";
import { splitBody, unstatedBlock } from "./split-body.ts";

/** The blocks of a question file, each where it belongs. */
export interface QuestionParts {
  readonly stem: readonly RootContent[];
  /** The task list, the ordered list or the table that the kind asks for. */
  readonly options: List | Table | null;
  /** The text with blanks; empty for other kinds. */
  readonly text: readonly RootContent[];
  /** Whether some options are in a second list, which is reported. */
  readonly isSplit: boolean;
  readonly explanation: Section | null;
  readonly references: Section | null;
  /** Without an explanation: the text that stands where it should, and whether a section of another name does. */
  readonly unheaded: RootContent | null;
  readonly isMisnamed: boolean;
}

interface Section {
  /** A line of text where that was meant as a heading. */
  readonly heading: RootContent;
  readonly content: readonly RootContent[];
}

/** Reports a problem at a node or a place. */
export type Report = (rule: StructuralRuleId, at: Nodes | Place, message: string, fix: string, meant?: Meant) => void;

const sectionNames = ["explanation", "references"] as const;
type SectionName = (typeof sectionNames)[number];

/** What other formats call them. */
const otherNames: Readonly<Record<string, SectionName>> = {
  rationale: "explanation",
  reasoning: "explanation",
  justification: "explanation",
  sources: "references",
  links: "references",
  "see also": "references",
  "further reading": "references",
};

/** Splits the blocks below the front matter, and reports every block that belongs nowhere. */
export function questionParts(blocks: readonly RootContent[], kind: QuestionKind, report: Report): QuestionParts {
  const first = sectionStart(blocks);
  const body = first < 0 ? blocks : blocks.slice(0, first);
  for (const block of body) if (block.type === "heading") checkHeading(block, report);
  const sections = first < 0 ? new Map<SectionName, Section>() : sectionsOf(blocks.slice(first), report);
  const { stem, options, text, rest } = splitBody(body, kind);
  const unknown = rest.findIndex(isLargeHeading);
  const between = unknown < 0 ? rest : rest.slice(0, unknown);
  const isMissing = !sections.has("explanation");
  const unheaded = isMissing && unknown < 0 ? between.find(isOnlyText) : undefined;
  for (const block of between) if (!unheaded || !isOnlyText(block)) reportRest(block, body, report);
  return {
    stem,
    options,
    text,
    isSplit: rest.some(isTaskList),
    explanation: sections.get("explanation") ?? null,
    references: sections.get("references") ?? null,
    unheaded: unheaded ?? null,
    isMisnamed: isMissing && (unknown >= 0 || (options === null && body.slice(1).some(isLargeHeading))),
  };
}

/** What tells the kind of a question that does not state it. */
export interface Body {
  readonly blocks: readonly RootContent[];
  /** The block that holds the options, whatever their kind. */
  readonly options: List | Table | null;
}

/** The blocks before the sections. */
export function bodyOf(blocks: readonly RootContent[]): Body {
  const first = sectionStart(blocks);
  const body = first < 0 ? blocks : blocks.slice(0, first);
  return { blocks: body, options: unstatedBlock(body) };
}

function sectionNameOf(block: Nodes): SectionName | null {
  if (block.type !== "heading" || block.depth !== 2) return null;
  const name = plainText([block]).toLowerCase();
  return sectionNames.find((known) => known === name) ?? null;
}

/** The section that a heading begins, or was meant to. */
function sectionMeant(block: Nodes): SectionName | null {
  if (block.type !== "heading") return null;
  const exact = sectionNameOf(block);
  if (exact) return exact;
  const title = plainText([block]).replace(/:$/, "");
  const meant = closest(title, sectionNames);
  return sectionNames.find((known) => known === meant) ?? otherName(block, title);
}

/** Where the sections begin, or -1: without a heading for the explanation, at a line that was meant as one. */
function sectionStart(blocks: readonly RootContent[]): number {
  const first = blocks.findIndex((block) => sectionMeant(block) !== null);
  if (blocks.some((block) => sectionMeant(block) === "explanation")) return first;
  const line = blocks.findIndex(isHeadingMeant);
  return line < 0 || (first >= 0 && first < line) ? first : line;
}

/** "**Explanation:**", "##Explanation": no heading to Markdown. */
function isHeadingMeant(block: RootContent): boolean {
  if (block.type !== "paragraph") return false;
  const isBold = block.children.length === 1 && block.children[0]?.type === "strong";
  const text = plainText([block]);
  return isBold ? /^explanation:?$/i.test(text) : /^#{1,6}explanation:?$/i.test(text);
}

function isLargeHeading(block: RootContent): boolean {
  return block.type === "heading" && block.depth <= 2;
}

function isOnlyText(block: RootContent): boolean {
  return block.type !== "heading" && block.type !== "thematicBreak" && !isTaskList(block);
}

/** Only of a heading that would be a section: a smaller one may part an explanation. */
function otherName({ depth }: Heading, title: string): SectionName | null {
  const name = title.toLowerCase();
  return depth <= 2 && Object.hasOwn(otherNames, name) ? (otherNames[name] ?? null) : null;
}

function checkHeading(heading: Heading, report: Report): void {
  const title = plainText([heading]);
  const meant = sectionMeant(heading);
  if (meant && !sectionNameOf(heading))
    report(
      "unknown-section",
      heading,
      `the heading "${title}" does not start a section`,
      `write ## ${capital(meant)}`,
      { as: "text", text: capital(meant) },
    );
  else if (!meant && (heading.position?.end.line ?? 0) > (heading.position?.start.line ?? 0))
    report(
      "unknown-section",
      heading,
      `the line of characters under "${title.slice(0, 60)}" makes it a heading`,
      "leave an empty line above those characters, or remove them",
    );
  else if (!meant && heading.depth <= 2)
    report(
      "unknown-section",
      heading,
      `the section "${title}" is unknown`,
      "sections are ## Explanation and ## References; within a text use ### or smaller",
    );
}

function sectionsOf(blocks: readonly RootContent[], report: Report): Map<SectionName, Section> {
  const sections = new Map<SectionName, { heading: RootContent; content: RootContent[] }>();
  let current: { heading: RootContent; content: RootContent[] } | null = null;
  for (const [index, block] of blocks.entries()) {
    const isLine = index === 0 && isHeadingMeant(block);
    const name = isLine ? "explanation" : sectionMeant(block);
    if (isLine)
      report("unknown-section", block, "this line is text, not a heading", "write ## Explanation", {
        as: "text",
        text: "Explanation",
      });
    if (block.type === "heading") checkHeading(block, report);
    if (name) {
      const known = sections.get(name);
      const options = known?.content.find(isTaskList) ?? (known && current?.content.find(isTaskList));
      if (options) {
        report(
          "duplicate-section",
          options,
          "this file has a second question, with a section of the same name",
          "move it to a file of its own: one file is one question",
        );
        // What belongs to it is not looked at.
        for (const section of sections.values()) cutBefore(section.content, options);
        return sections;
      }
      if (known)
        report(
          "duplicate-section",
          block,
          `the section "${capital(name)}" appears twice`,
          `merge it with the one on line ${known.heading.position?.start.line}`,
        );
      current = known ?? { heading: block, content: [] };
      sections.set(name, current);
      continue;
    }
    // A section that is none of a question ends the references.
    if (isLargeHeading(block) && current === sections.get("references")) current = null;
    current?.content.push(block);
  }
  return sections;
}

/** Leaves of a section what comes before the options of another question, and before what asks it. */
function cutBefore(content: RootContent[], options: RootContent): void {
  const at = content.indexOf(options);
  if (at < 0) return;
  const rule = content.slice(0, at).findLastIndex((block) => block.type === "thematicBreak");
  content.splice(rule >= 0 ? rule : Math.max(0, at - 1));
}

function reportRest(block: RootContent, body: readonly RootContent[], report: Report): void {
  const before = body[body.indexOf(block) - 1];
  const isCut = before?.type === "blockquote" || before?.type === "code";
  if (isTaskList(block)) {
    // The note or the code that should be in the option above is reported already.
    if (isCut) return;
    report(
      "split-options",
      block,
      "a second list of options begins here",
      before?.type === "html"
        ? `indent the comment on line ${before.position?.start.line} by two spaces: it ends the list`
        : "put all options into one list with the same bullet",
    );
  } else if (block.type === "thematicBreak")
    report("stray-text", block, "this line is between the options and the explanation", "remove it");
  else if (block.type === "paragraph" && /^#{1,6}\p{L}/u.test(plainText([block])))
    report(
      "unknown-section",
      block,
      `"${plainText([block]).slice(0, 30)}" is not a heading`,
      "write a space after the ##: ## Explanation",
    );
  else if (block.type !== "heading")
    report(
      "stray-text",
      block,
      "this text is between the options and the explanation",
      "move it into the question, or under ## Explanation; indent it by two spaces if it belongs to the option above it",
    );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
