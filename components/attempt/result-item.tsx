import { AnswerInput } from "#components/question/answer-input";
import { Explanation } from "#components/question/explanation";
import { Stem } from "#components/question/stem";
import type { getResult } from "#lib/attempts/queries";

type Item = NonNullable<Awaited<ReturnType<typeof getResult>>>["items"][number];

/** One item of a finished attempt, folded until it is opened. */
export function ResultItem({ item, examSlug }: { item: Item; examSlug: string }) {
  const { position, question, marks, secret, location, lateSync } = item;
  if (secret === null) return null;
  const outcome = secret.correct ? "Correct" : secret.answer === null ? "Not answered" : "Not correct";
  return (
    <li className="border-t border-line">
      <details>
        <summary className="flex cursor-pointer items-baseline gap-4 py-3">
          <span className="w-8 shrink-0 text-right text-muted tabular-nums">{position}</span>
          <span className="min-w-0 flex-1 truncate font-serif">{question.stemText}</span>
          <span className={`text-sm whitespace-nowrap ${secret.correct ? "text-good" : "text-bad"}`}>
            {outcome}
            {lateSync ? ", late sync" : ""}
            {marks.flagged ? <span className="text-flag"> ⚑</span> : null}
          </span>
        </summary>
        <div className="pb-10 sm:pl-12">
          <Stem question={question} />
          <AnswerInput question={question} marks={marks} secret={secret} />
          <Explanation secret={secret} questionPath={`/exams/${examSlug}/questions/${location.name}`} />
        </div>
      </details>
    </li>
  );
}
