import { blanksIn, textsIn, withoutBlanks } from "../read/blanks.ts";
import type { ReadQuestion } from "../read/read-question.ts";
import type { Tell } from "../rules/structural-rules.ts";
import { checkCount, checkDuplicates } from "./check-options.ts";
import { endOfBody } from "./end-of-body.ts";

/** What is wrong with the text of a question of kind cloze. */
export function checkCloze(read: ReadQuestion, tell: Tell): void {
  const { parts } = read;
  const list = parts.options?.position?.start;
  if (list) {
    tell("wrong-kind", list, "a question of kind cloze has no list of options", "write them in the blanks of its text");
    return;
  }
  const { blanks } = blanksIn(parts.text);
  if (blanks.length === 0) {
    tell(
      "wrong-kind",
      endOfBody(read),
      "a question of kind cloze needs a text with blanks right before the explanation",
      "write each blank as [[right option | wrong option]]",
    );
    return;
  }
  const start = (options: (typeof blanks)[number]) => options[0]?.node.position?.start ?? endOfBody(read);
  if (blanks.length > 26)
    tell("too-many-options", endOfBody(read), `there are ${blanks.length} blanks`, "write at most 26");
  for (const [index, options] of blanks.entries()) {
    const place = start(options);
    checkCount(options, `options in blank ${index + 1}`, place, tell);
    checkDuplicates(options, tell);
    if (options.some(({ text }) => text === ""))
      tell("empty-option", place, `blank ${index + 1} has an empty option`, "write its text, or remove the bar");
  }
  for (const block of parts.text) {
    const stray = textsIn(block).find(({ value }) => /\[\[|\]\]/.test(withoutBlanks(value)));
    if (stray)
      tell(
        "bad-blank",
        stray.position?.start ?? endOfBody(read),
        "these double brackets do not make a blank",
        "write [[right option | wrong option]], with plain text and no other markup between the brackets",
      );
  }
}
