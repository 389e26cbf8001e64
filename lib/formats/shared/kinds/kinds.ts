import type { QuestionKind } from "#lib/exam/question";
import { cloze } from "./cloze.ts";
import type { DraftKind } from "./kind.ts";
import { matching } from "./matching.ts";
import { multiple } from "./multiple.ts";
import { numeric } from "./numeric.ts";
import { ordering } from "./ordering.ts";
import { single } from "./single.ts";
import { text } from "./text.ts";

const kinds = { single, multiple, ordering, matching, numeric, text, cloze } satisfies {
  readonly [K in QuestionKind]: DraftKind<K>;
};

export function draftKind(kind: QuestionKind): DraftKind<QuestionKind> {
  return kinds[kind];
}
