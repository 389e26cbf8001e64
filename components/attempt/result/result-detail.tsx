"use client";

import { AnswerInput } from "#components/question/answer-input";
import { DisputedNote } from "#components/question/disputed-note";
import { Explanation } from "#components/question/explanation";
import { NewKeyNote } from "#components/question/new-key-note";
import { Stem } from "#components/question/stem";
import { WithheldNote } from "#components/question/withheld-note";
import type { ResultItem as Item } from "#lib/attempts/result-view";
import { listText } from "#lib/dates/list-text";
import { useWords } from "#words";

type ResultDetailProps = {
  item: Item;
  examSlug: string;
  planned: number | null;
  /** Why a custom practice picked it, as a sentence; null in every other attempt. */
  why: string | null;
};

/**
 * One item of a finished attempt in full. It gets data and is rendered once, to HTML: elements rendered by the server
 * would be sent a second time in the component stream.
 */
export function ResultDetail({ item, examSlug, planned, why }: ResultDetailProps) {
  const t = useWords();
  const { position, question, marks, secret, location } = item;
  const stemId = `stem-${position}`;
  const questionPath = `/exams/${examSlug}/questions/${location.name}`;
  return (
    <>
      <h3 className="text-lg font-semibold tabular-nums">{t("resultItem.question", { position })}</h3>
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
            heading={secret.answer === null ? t("resultItem.leftBlank") : undefined}
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

/** The thread itself is on the question's own page: with fifty of them, this page would be too slow. */
function ThreadLink({ questionPath }: { questionPath: string }) {
  const t = useWords();
  return (
    <p className="no-print mt-3 text-sm">
      <a href={`${questionPath}#discussion`} className="text-accent underline underline-offset-4">
        {t("resultItem.discussion")}
      </a>
    </p>
  );
}

/** Time, changed answers, and the learner's note. */
function Facts({ item, planned }: { item: Item; planned: number | null }) {
  const t = useWords();
  const { marks, turns } = item;
  const seconds = Math.round(marks.elapsedMs / 1000);
  const time =
    planned === null
      ? t("resultItem.seconds", { seconds })
      : t("resultItem.secondsWithTarget", { seconds, target: Math.round(planned / 1000) });
  const changes = turns.slice(1).map((isRight) => t(isRight ? "resultItem.toRight" : "resultItem.toWrong"));
  return (
    <dl className="mt-1 grid gap-1 text-sm text-muted tabular-nums">
      <Fact name={t("resultItem.time")} value={time} />
      {changes.length === 0 ? null : <Fact name={t("resultItem.changed")} value={listText(t, changes, "unit")} />}
      {marks.confidence === null ? null : (
        <Fact name={t("resultItem.confidence")} value={t(`resultItem.confidence-${marks.confidence}`)} />
      )}
      {marks.note === "" ? null : <Fact name={t("resultItem.note")} value={marks.note} />}
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex gap-2">
      <dt className="font-semibold">{name}</dt>
      <dd className="whitespace-pre-wrap">{value}</dd>
    </div>
  );
}
