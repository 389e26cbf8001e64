"use client";

import { AnswerInput } from "#components/question/answer-input";
import { DisputedNote } from "#components/question/disputed-note";
import { Explanation } from "#components/question/explanation";
import { NewKeyNote } from "#components/question/new-key-note";
import { Stem } from "#components/question/stem";
import { WithheldNote } from "#components/question/withheld-note";
import type { ResultItem as Item } from "#lib/attempts/result-view";

type ResultDetailProps = {
  item: Item;
  examSlug: string;
  planned: number | null;
  /** Why a custom practice picked it, as a sentence; null in every other attempt. */
  why: string | null;
};

/**
 * One item of a finished attempt in full. It is given data and rendered once, to HTML: elements made by the server would be
 * sent a second time as component stream.
 */
export function ResultDetail({ item, examSlug, planned, why }: ResultDetailProps) {
  const { position, question, marks, secret, location } = item;
  const stemId = `stem-${position}`;
  const questionPath = `/exams/${examSlug}/questions/${location.name}`;
  return (
    <>
      <h3 className="text-lg font-semibold tabular-nums">Question {position}</h3>
      {why === null ? null : <p className="text-sm text-muted">{why}</p>}
      <Facts item={item} planned={planned} />
      <Stem question={question} id={stemId} />
      {secret === null ? (
        <WithheldNote />
      ) : (
        <>
          <AnswerInput question={question} marks={marks} secret={secret} stemId={stemId} />
          <Explanation
            secret={secret}
            questionPath={questionPath}
            heading={secret.answer === null ? "Left blank" : undefined}
          >
            {item.hasNewKey ? <NewKeyNote questionPath={questionPath} /> : null}
            {item.isDisputed ? <DisputedNote /> : null}
          </Explanation>
          <ThreadLink questionPath={questionPath} />
        </>
      )}
    </>
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
