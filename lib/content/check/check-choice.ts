import { isSilent } from "../read/blocks.ts";
import type { ReadOption, ReadQuestion } from "../read/read-question.ts";
import type { Tell } from "../rules/structural-rules.ts";
import { checkCount, checkDuplicates } from "./check-options.ts";
import { endOfBody } from "./end-of-body.ts";

/** What is wrong with the options of a question of kind single or multiple. */
export function checkChoice(read: ReadQuestion, tell: Tell): void {
  const { parts, options, front, placeOf } = read;
  const place = parts.options?.position?.start;
  if (!place || options.length === 0) {
    if (read.kindIsCertain) tellNoOptions(read, tell);
    return;
  }
  // What is wrong with a box or a list is reported already, and would be reported again as what is missing.
  if (!parts.isSplit) checkCount(options, "options", place, tell);
  checkDuplicates(options, tell);
  checkLabels(options, tell);
  const keys = options.filter((option) => option.correct).length;
  const isBroken = parts.isSplit || options.some(({ node }) => node.type === "listItem" && node.checked == null);
  if (keys === 0 && !isBroken)
    tell(
      "no-key",
      place,
      `none of the ${options.length} options is marked [x]`,
      "mark the correct one with [x], or set kind: ordering",
    );
  if (keys > 1 && read.kind === "single")
    tell(
      "several-keys",
      place,
      `${keys} options are marked [x], but the kind is single`,
      "mark only one, or set kind: multiple",
    );
  if (front.select === undefined) return;
  if (front.select > 1 && front.kind === "single") {
    tell(
      "bad-select",
      placeOf("select"),
      `select is ${front.select}, but the kind is single`,
      "remove it, or set kind: multiple",
    );
    return;
  }
  if (front.select > options.length)
    tell(
      "bad-select",
      placeOf("select"),
      `select is ${front.select}, but there are ${options.length} options`,
      `write a number from ${keys} to ${options.length}`,
    );
  else if (front.select < keys)
    tell(
      "bad-select",
      placeOf("select"),
      `select is ${front.select}, but ${keys} options are marked [x]`,
      `write at least ${keys}, or mark fewer options`,
    );
}

/** Letters or numbers written before the options: those that a learner sees are printed by the app. */
function checkLabels(options: readonly ReadOption[], tell: Tell): void {
  const label = /^\(?([A-Za-z]|\d{1,2})[.):]\s/;
  const runs = options.every(({ text }, index) => {
    const mark = label.exec(text)?.[1]?.toUpperCase();
    return mark === String.fromCharCode(65 + index) || mark === String(index + 1);
  });
  if (!runs || options.length < 2) return;
  tell(
    "option-label",
    options[0]?.node.position?.start ?? { line: 1, column: 1 },
    "the options have their own letters or numbers, but every learner sees different ones",
    "remove them from every option",
  );
}

function tellNoOptions(read: ReadQuestion, tell: Tell): void {
  const fix = "write each option as - [ ] text, and mark the correct one with - [x]";
  const list = read.parts.stem.findLast((block) => !isSilent(block));
  if (list?.type === "list" && list.position)
    tell("no-options", list.position.start, "no entry in this list has a checkbox", fix);
  else if (list?.type === "code" && list.position && /^[-*+] \[[ xX]\] /m.test(list.value))
    tell(
      "no-options",
      list.position.start,
      "these lines are indented by four spaces or more, which makes them code",
      "begin each option at the start of its line",
    );
  else tell("no-options", endOfBody(read), "there is no list of options before this", fix);
}
