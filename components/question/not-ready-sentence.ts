import type { FormRefusal } from "#lib/attempts/write/item-form";
import type { NotReady } from "#lib/exam/kinds/kind";

type Fixed = Exclude<NotReady, "choose-exactly" | "choose-at-most"> | FormRefusal;
const sentences: Readonly<Record<Fixed, string>> = {
  "nothing-chosen": "Give an answer first, or press “I don’t know”.",
  "order-incomplete": "Give every entry a place of its own.",
  "place-shared": "Two items share a position. Your order is saved once every position is different.",
  "pairs-incomplete": "Find a partner for every entry.",
  "not-a-number": "Write a number, such as 0.75 or 1200.",
  "answer-too-long": "This answer is too long to be kept: shorten it, then send it again.",
  "note-too-long":
    "A note has at most 4,000 characters. Shorten it, then send it again; the rest of the form is saved.",
  "not-understood": "A part of this form was not understood and not saved. Choose again.",
  "foreign-answer": "That answer belongs to another question. Choose again.",
};

/** What a learner is told when an answer cannot be committed yet. */
export function notReadySentence(reason: string, select: number | null): string {
  if (reason === "choose-exactly") return `Choose exactly ${select}.`;
  if (reason === "choose-at-most") return `Choose at most ${select}.`;
  return new Map(Object.entries(sentences)).get(reason) ?? "This answer cannot be checked yet.";
}
