import type { QuestionDraft } from "#lib/content/draft";
import { parseQuestion } from "#lib/content/parse-question";
import { writeQuestion } from "#lib/content/write-question";
import type { ExamOutline } from "../report.ts";
import { draftKind } from "./kinds/kinds.ts";

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
  const { public: open, secret } = question.question;
  const { answerOf, readAnswer } = draftKind(draft.kind);
  const isSame = secret.key.kind === draft.kind && answerOf(draft) === readAnswer(open, secret.key);
  return { refusal: isSame ? null : "it makes a file that reads as another question", namesOptions };
}
