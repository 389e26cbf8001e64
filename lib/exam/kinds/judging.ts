import type { QuestionKind } from "../question.ts";
import { clozeJudging } from "./cloze.ts";
import type { Judging } from "./kind.ts";
import { matchingJudging } from "./matching.ts";
import { multipleJudging } from "./multiple.ts";
import { numericJudging } from "./numeric.ts";
import { orderingJudging } from "./ordering.ts";
import { singleJudging } from "./single.ts";
import { textJudging } from "./text.ts";

/** How answers are graded, by kind. Only the server loads this file. */
const judging = {
  single: singleJudging,
  multiple: multipleJudging,
  ordering: orderingJudging,
  matching: matchingJudging,
  numeric: numericJudging,
  text: textJudging,
  cloze: clozeJudging,
} satisfies { readonly [K in QuestionKind]: Judging<K> };

export function judgingOf(kind: QuestionKind): Judging<QuestionKind> {
  return judging[kind];
}
