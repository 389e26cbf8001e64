import type { ReadQuestion } from "../read/read-question.ts";
import type { Tell } from "../rules/structural-rules.ts";
import { numberMeant } from "./number-meant.ts";

/** What is wrong with the answer of a question of kind numeric or text. */
export function checkAnswer({ kind, kindIsCertain, front, parts, placeOf }: ReadQuestion, tell: Tell): void {
  const list = parts.options?.position?.start;
  if (list) tell("wrong-kind", list, `a question of kind ${kind} has no options`, "remove the list, or the key answer");
  const expected =
    kind === "numeric" ? "a number, such as answer: 0.75" : "the accepted texts, such as answer: [BLEU, bleu score]";
  if (front.answer === undefined && !kindIsCertain) return;
  const number = front.kind === undefined && typeof front.answer === "string" ? numberMeant(front.answer) : null;
  if (number !== null)
    tell(
      "bad-value",
      placeOf("answer"),
      `answer ${JSON.stringify(front.answer)} is a text that looks like a number`,
      `write ${number} for a number, or set kind: text`,
    );
  if (front.answer === undefined)
    tell("no-answer", placeOf("answer"), "the question has no answer", `write ${expected}`);
  else if (kind === "numeric" && typeof front.answer !== "number")
    tell(
      "no-answer",
      placeOf("answer"),
      `the answer does not fit a question of kind ${kind}`,
      `write ${expected} without quotes`,
    );
}
