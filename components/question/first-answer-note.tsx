import Link from "next/link";
import type { ShownFirstAnswer } from "#lib/attempts/read/question-page";
import type { Answer } from "#lib/exam/question";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";

type FirstAnswerNoteProps = { first: ShownFirstAnswer; answer: Answer | null; questionPath: string };

/** Which answer the page judges: the one given before the key was seen, whatever came later. */
export function FirstAnswerNote({ first, answer, questionPath }: FirstAnswerNoteProps) {
  const t = useWords();
  return (
    <p className="mt-1 text-sm text-muted">
      {t(keyOf(first, answer))}
      {first.wording === null ? null : (
        <>
          {" "}
          <Link
            href={`${questionPath}/revisions/${first.wording}`}
            prefetch={false}
            className="text-accent underline underline-offset-4"
          >
            {t("firstAnswer.whatChanged")}
          </Link>
        </>
      )}
    </p>
  );
}

/** Shown instead of a verdict if there is none. */
export function firstAnswerHeading(t: Words, { state }: ShownFirstAnswer): string | undefined {
  if (state === "graded") return undefined;
  return t(state === "blank" ? "firstAnswer.notAnswered" : "firstAnswer.answeredBefore");
}

function keyOf({ state, wording }: ShownFirstAnswer, answer: Answer | null) {
  if (state === "blank") return "firstAnswer.blank";
  if (answer?.kind === "dont-know") return "firstAnswer.dontKnow";
  if (state === "graded") return wording === null ? "firstAnswer.own" : "firstAnswer.earlierWording";
  return state === "was-right" ? "firstAnswer.wasRight" : "firstAnswer.wasWrong";
}
