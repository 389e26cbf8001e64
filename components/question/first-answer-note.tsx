import Link from "next/link";
import type { ShownFirstAnswer } from "#lib/attempts/read/question-page";
import type { Answer } from "#lib/exam/question";

type FirstAnswerNoteProps = { first: ShownFirstAnswer; answer: Answer | null; questionPath: string };

/** Which answer the page judges: the one given before the key was seen, whatever came later. */
export function FirstAnswerNote({ first, answer, questionPath }: FirstAnswerNoteProps) {
  return (
    <p className="mt-1 text-sm text-muted">
      {sentenceOf(first, answer)}
      {first.wording === null ? null : (
        <>
          {" "}
          <Link
            href={`${questionPath}/revisions/${first.wording}`}
            prefetch={false}
            className="text-accent underline underline-offset-4"
          >
            What has changed
          </Link>
        </>
      )}
    </p>
  );
}

/** What stands in the place of a verdict when there is none. */
export function firstAnswerHeading({ state }: ShownFirstAnswer): string | undefined {
  if (state === "graded") return undefined;
  return state === "blank" ? "Not answered" : "Answered before";
}

function sentenceOf({ state, wording }: ShownFirstAnswer, answer: Answer | null): string {
  if (state === "blank") return "You left it blank the first time.";
  if (answer?.kind === "dont-know") return "You said the first time that you don’t know.";
  if (state === "graded" && wording === null) return "This is your first answer.";
  if (state === "graded") return "Your first answer, given to an earlier wording and graded by the present key.";
  return `Your first answer was given to an earlier wording and was ${state === "was-right" ? "right" : "not right"} there.`;
}
