import type { QuestionDraft } from "#lib/content/draft";
import { asking, matchTexts } from "#lib/content/matches";
import { parseQuestion } from "#lib/content/parse-question";
import { writeQuestion } from "#lib/content/write-question";
import type { AnswerKey, PublicQuestion } from "#lib/exam/question";
import type { ExamOutline } from "../report.ts";
import { blanksOf } from "./blanks.ts";

interface Proof {
  /** Why the file must not be written: it has an error, or it reads as another question. */
  readonly refusal: string | null;
  /** Whether the stem or an option names options by letter, so that their order must be kept. */
  readonly namesOptions: boolean;
}

/** Reads the file that would be written for `draft` as a sync would. No item becomes a file that stops the next sync. */
export function proofRead(draft: QuestionDraft, { slug, domains }: ExamOutline): Proof {
  const cases = new Map(draft.case === null ? [] : [[draft.case, { title: "", html: "" }]]);
  const { question, problems } = parseQuestion({
    file: `${slug}/proof.md`,
    text: writeQuestion(draft),
    exam: { slug, domains: domains.length === 0 ? null : domains.map(({ id }) => id), cases },
    imageUrl: (path) => path,
  });
  const error = problems.find(({ severity }) => severity === "error");
  const namesOptions = problems.some(({ rule }) => rule === "letter-in-option" || rule === "letter-in-stem");
  if (error !== undefined)
    return { refusal: `it makes no file without errors: ${error.message} (rule ${error.rule})`, namesOptions };
  if (question === null) return { refusal: null, namesOptions };
  const written = answerOf(draft);
  const read = readAnswer(question.question.public, question.question.secret.key);
  return { refusal: written === read ? null : "it makes a file that reads as another question", namesOptions };
}

/** What must be right, as text: kind, key, and how much there is to choose from. */
function answerOf(draft: QuestionDraft): string {
  switch (draft.kind) {
    case "single":
    case "multiple":
      return `${draft.kind} ${draft.options.map(({ correct }) => (correct ? "x" : "-")).join("")}`;
    case "ordering":
      return `ordering ${draft.steps.length}`;
    case "matching":
      return `matching ${asking(draft.pairs).length} ${matchTexts(draft.pairs).length}`;
    case "numeric":
      return `numeric ${draft.numeric?.value} ${draft.numeric?.tolerance}`;
    case "text":
      return `text ${JSON.stringify(draft.accepted)}`;
    case "cloze":
      return `cloze ${JSON.stringify(blanksOf(draft.cloze).map(([right, ...wrong]) => [right, wrong.length]))}`;
  }
}

function readAnswer(question: PublicQuestion, key: AnswerKey): string {
  const options = "options" in question ? question.options : [];
  switch (key.kind) {
    case "single":
      return `single ${options.map(({ id }) => (id === key.optionId ? "x" : "-")).join("")}`;
    case "multiple":
      return `multiple ${options.map(({ id }) => (key.optionIds.includes(id) ? "x" : "-")).join("")}`;
    case "ordering":
      return `ordering ${key.optionIds.length}`;
    case "matching":
      return `matching ${Object.keys(key.pairs).length} ${options.length}`;
    case "numeric":
      return `numeric ${key.value} ${key.tolerance}`;
    case "text":
      return `text ${JSON.stringify(key.accepted)}`;
    case "cloze": {
      const blanks = question.kind === "cloze" ? question.cloze.blanks : [];
      const right = (id: string) => options.find((option) => option.id === key.pairs[id])?.text;
      return `cloze ${JSON.stringify(blanks.map(({ id, optionIds }) => [right(id), optionIds.length - 1]))}`;
    }
  }
}
