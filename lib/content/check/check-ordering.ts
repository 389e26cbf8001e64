import { isSilent } from "../read/blocks.ts";
import type { ReadQuestion } from "../read/read-question.ts";
import type { Tell } from "../rules/structural-rules.ts";
import { checkCount, checkDuplicates } from "./check-options.ts";
import { endOfBody } from "./end-of-body.ts";

/** What is wrong with the steps of a question of kind ordering. */
export function checkOrdering(read: ReadQuestion, tell: Tell): void {
  const { parts, options } = read;
  const list = parts.options;
  const place = list?.position?.start ?? endOfBody(read);
  if (list?.type !== "list" || list.ordered !== true) {
    tell(
      "wrong-kind",
      place,
      "a question of kind ordering needs a numbered list of steps right before the explanation",
      "write the steps as 1. 2. 3. in the correct order",
    );
    return;
  }
  if (isContinued(parts.stem)) {
    tell(
      "split-options",
      place,
      "a second list of steps begins here",
      "number all steps alike, as 1. 2. 3., with nothing between them",
    );
    return;
  }
  checkCount(options, "steps", place, tell);
  checkSpaces(read, tell);
  checkNumbers(read, tell);
  checkDuplicates(options, tell);
  for (const { note } of options) {
    const quote = note[0]?.position?.start;
    if (quote) tell("stray-text", quote, "a step cannot have a note", "move this text under ## Explanation");
  }
}

/** Whether the stem ends with a numbered list: "1)" and "1." make two. */
function isContinued(stem: ReadQuestion["parts"]["stem"]): boolean {
  const last = stem.findLast((block) => !isSilent(block));
  return last?.type === "list" && last.ordered === true;
}

/** "2.Two" is not a step, but a part of the one above. */
function checkSpaces({ options, source }: ReadQuestion, tell: Tell): void {
  for (const { node } of options) {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) continue;
    const [first = "", ...lines] = source.slice(start.offset, end.offset).split("\n");
    const next = Number.parseInt(first, 10) + 1;
    for (const [index, line] of lines.entries()) {
      const [, margin = "", number] = /^(\s*)(\d{1,3})[.)](?=[^\s\d])/.exec(line) ?? [];
      if (number === undefined || Number(number) !== next) continue;
      tell(
        "step-numbers",
        { line: start.line + 1 + index, column: margin.length + 1 },
        `"${line.trim().slice(0, 20)}" is not a step but part of the text above it`,
        "write a space after the number",
      );
      break;
    }
  }
}

/** To Markdown a list has only a first number: steps that are numbered otherwise would be asked for as they are written. */
function checkNumbers({ options, source }: ReadQuestion, tell: Tell): void {
  const numbers = options.map(({ node }) => Number.parseInt(source.slice(node.position?.start.offset ?? 0), 10));
  if (numbers.every((number) => number === numbers[0])) return;
  const wrong = numbers.findIndex((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0));
  const place = options[wrong]?.node.position?.start;
  if (place)
    tell(
      "step-numbers",
      place,
      `step ${numbers[wrong]} comes after step ${numbers[wrong - 1]}`,
      "write the steps in the correct order, numbered 1. 2. 3.",
    );
}
