"use client";

import { AnswerInput } from "#components/question/answer-input";
import { Explanation, verdictWords } from "#components/question/explanation";
import { NewKeyNote } from "#components/question/new-key-note";
import { Stem } from "#components/question/stem";
import { WithheldNote } from "#components/question/withheld-note";
import type { ResultItem as Item } from "#lib/attempts/result-view";

type ResultItemProps = { item: Item; examSlug: string; planned: number | null };

/**
 * One item of a finished attempt, folded until it is opened or printed. It is given data and rendered once, to HTML:
 * elements made by the server would be sent a second time as component stream.
 */
export function ResultItem({ item, examSlug, planned }: ResultItemProps) {
  const { position, question, marks, secret, location, lateSync } = item;
  if (secret === null) return <Withheld position={position} stemText={question.stemText} />;
  const stemId = `stem-${position}`;
  const questionPath = `/exams/${examSlug}/questions/${location.name}`;
  const outcome = secret.answer === null ? "Not answered" : verdictWords(secret);
  return (
    <li className="break-inside-avoid-page border-t border-line">
      <details className="print-open">
        <summary className="flex cursor-pointer items-baseline gap-4 py-3">
          <span className="w-8 shrink-0 text-right text-muted tabular-nums">{position}</span>
          <span className="min-w-0 flex-1 truncate font-serif">{question.stemText}</span>
          <span className={`text-sm whitespace-nowrap ${secret.correct ? "text-good" : "text-bad"}`}>
            {outcome}
            {lateSync ? ", late sync" : ""}
            {marks.flagged ? (
              <span className="text-flag">
                <span aria-hidden="true"> ⚑</span>
                <span className="sr-only">, flagged</span>
              </span>
            ) : null}
          </span>
        </summary>
        <div className="pb-10 sm:pl-12">
          <Facts item={item} planned={planned} />
          <Stem question={question} id={stemId} />
          <AnswerInput question={question} marks={marks} secret={secret} stemId={stemId} />
          <Explanation
            secret={secret}
            questionPath={questionPath}
            heading={secret.answer === null ? "Left blank" : undefined}
          >
            {item.hasNewKey ? <NewKeyNote questionPath={questionPath} /> : null}
          </Explanation>
          <ThreadLink questionPath={questionPath} />
        </div>
      </details>
    </li>
  );
}

/** The thread itself stands at the question's own address: fifty of them would be a page that nobody waits for. */
function ThreadLink({ questionPath }: { questionPath: string }) {
  return (
    <p className="no-print mt-3 text-sm">
      <a href={`${questionPath}#discussion`} className="text-accent underline underline-offset-4">
        What others say about this question
      </a>
    </p>
  );
}

/** Time, second thoughts, and what the learner noted. */
function Facts({ item, planned }: { item: Item; planned: number | null }) {
  const { marks, turns } = item;
  const seconds = Math.round(marks.elapsedMs / 1000);
  const plan = planned === null ? "" : `, target pace ${Math.round(planned / 1000)} s`;
  const changes = turns.slice(1).map((isRight) => (isRight ? "from wrong to right" : "from right to wrong"));
  return (
    <dl className="mt-1 grid gap-1 text-sm text-muted tabular-nums">
      <Fact name="Time" value={`${seconds} s${plan}`} />
      {changes.length === 0 ? null : <Fact name="Changed" value={changes.join(", then ")} />}
      {marks.confidence === null ? null : <Fact name="Confidence" value={confidenceWords[marks.confidence]} />}
      {marks.note === "" ? null : <Fact name="Note" value={marks.note} />}
    </dl>
  );
}

const confidenceWords = { guess: "guessing", unsure: "not sure", sure: "sure" } as const;

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex gap-2">
      <dt className="font-semibold">{name}</dt>
      <dd className="whitespace-pre-wrap">{value}</dd>
    </div>
  );
}

function Withheld({ position, stemText }: { position: number; stemText: string }) {
  return (
    <li className="border-t border-line py-3 sm:pl-12">
      <p className="font-serif">
        <span className="mr-4 font-sans text-muted tabular-nums">{position}</span>
        {stemText}
      </p>
      <WithheldNote />
    </li>
  );
}
