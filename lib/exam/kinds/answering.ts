import type { QuestionKind } from "../question.ts";
import { clozeAnswering } from "./cloze.ts";
import type { Answering } from "./kind.ts";
import { matchingAnswering } from "./matching.ts";
import { multipleAnswering } from "./multiple.ts";
import { numericAnswering } from "./numeric.ts";
import { orderingAnswering } from "./ordering.ts";
import { singleAnswering } from "./single.ts";
import { textAnswering } from "./text.ts";

/** How answers are given, by kind. Browsers load this file. */
const answering = {
  single: singleAnswering,
  multiple: multipleAnswering,
  ordering: orderingAnswering,
  matching: matchingAnswering,
  numeric: numericAnswering,
  text: textAnswering,
  cloze: clozeAnswering,
} satisfies { readonly [K in QuestionKind]: Answering<K> };

export function answeringOf(kind: QuestionKind): Answering<QuestionKind> {
  return answering[kind];
}
