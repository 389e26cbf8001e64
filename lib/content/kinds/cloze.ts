import { plainText } from "#lib/markdown/plain-text";
import { optionIds } from "../build/option-id.ts";
import { checkCloze } from "../check/check-cloze.ts";
import { blanksIn, holdsBlank, lined } from "../read/blanks.ts";
import { isSilent } from "../read/blocks.ts";
import type { ReadQuestion } from "../read/read-question.ts";
import { type ContentKind, noAnswerKeys, sortedById } from "./kind.ts";

/** The text with blanks is everything from the first block that holds one. */
export const cloze: ContentKind<"cloze"> = {
  frontKeys: [],
  hasEntries: false,
  recognise: ({ blocks }, front) => front.answer === undefined && blocks.some(holdsBlank),
  answerBlock: (body) => ({ at: body.findIndex(holdsBlank), isText: true }),
  lettered: () => [],
  check: checkCloze,
  publicPart: ({ parts }, _, toOption, __, print) => {
    const { blanks, cut } = blanksIn(parts.text);
    const ids = idsOf(parts.text);
    const shown = [...parts.stem, ...parts.text].filter((block) => !isSilent(block));
    return {
      kind: "cloze",
      stemText: plainText(shown.map(lined)),
      cloze: {
        pieces: piecesOf(print(parts.text, cut)),
        blanks: ids.map((optionIds, i) => ({ id: `${i + 1}`, optionIds: [...optionIds].sort() })),
      },
      options: sortedById(
        blanks.flatMap((options, i) => options.map((option, j) => toOption(option, ids[i]?.[j] ?? ""))),
      ),
    };
  },
  key: ({ parts }) => ({
    kind: "cloze",
    pairs: Object.fromEntries(idsOf(parts.text).map(([right = ""], i) => [`${i + 1}`, right])),
  }),
  draftAnswer: ({ parts }, { blocks }) => ({ cloze: blocks(parts.text) }),
  isInferred: () => true,
  answerPart: (draft) => draft.cloze.trim(),
  answerKeys: noAnswerKeys,
  template: {
    front: "kind: cloze\n",
    answer:
      "<!-- The text, with its blanks. The right option comes first: A queue serves the [[oldest | newest]] entry first. -->",
  },
};

/** For each blank the ids of its options, in the order of the file: the first is the key. */
function idsOf(text: ReadQuestion["parts"]["text"]): readonly (readonly string[])[] {
  const { blanks } = blanksIn(text);
  const ids = [...optionIds(blanks.flat().map(({ source }) => source))];
  return blanks.map((options) => ids.splice(0, options.length));
}

/** HTML around the blanks, which have numbers. */
function piecesOf(printed: readonly (string | number)[]): readonly string[] {
  const pieces = [""];
  for (const part of printed)
    if (typeof part === "number") pieces.push("");
    else pieces.push(`${pieces.pop()}${part}`);
  return pieces;
}
