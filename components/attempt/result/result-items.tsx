import Link from "next/link";
import { OpenedItem } from "#components/attempt/result/opened-item";
import { ResultDetail } from "#components/attempt/result/result-detail";
import { ResultList, type ResultRow } from "#components/attempt/result/result-list";
import { verdictWords } from "#components/question/explanation";
import { pickedSentence } from "#lib/attempts/practice-words";
import { isShown, type Result, type ResultFilter, type ResultItem, resultFilters } from "#lib/attempts/result-view";
import { languageMarks } from "#lib/exam/language-marks";
import type { WordKey, Words } from "#lib/messages/words";
import { useWords } from "#words";

type ResultItemsProps = {
  result: Result;
  filter: ResultFilter;
  planned: number | null;
  chosen: number | null;
  dayOf: (at: Date) => string;
};

const names = {
  all: "result.showAllItems",
  wrong: "result.showWrong",
  "sure-wrong": "result.showSureWrong",
  "turned-wrong": "result.showTurnedWrong",
  flagged: "result.showFlagged",
  slow: "result.showSlow",
} as const satisfies Readonly<Record<ResultFilter, WordKey>>;
/** Always shown; the others only if they contain something. */
const always: readonly ResultFilter[] = ["all", "wrong", "flagged", "slow"];

/**
 * The items under one filter, and one of them in full: beside the list from 1024 px, otherwise instead of it. Filters
 * and items are links, so everything works without script and only one item is sent in full.
 */
export function ResultItems({ result, filter, planned, chosen, dayOf }: ResultItemsProps) {
  const t = useWords();
  const { examSlug, examLanguage } = result.attempt;
  const counts = resultFilters.map(
    (each) => [each, result.items.filter((item) => isShown(item, each, planned)).length] as const,
  );
  const shown = result.items.filter((item) => isShown(item, filter, planned));
  const isOpened = shown.some(({ position }) => position === chosen);
  const item =
    shown.find(({ position }) => position === chosen) ??
    shown.find(({ secret }) => secret !== null && !secret.correct) ??
    shown[0];
  return (
    <section aria-labelledby="questions">
      <h2 id="questions" className="mt-12 text-xl font-semibold">
        {t("result.questions")}
      </h2>
      <ul aria-label={t("result.show")} className="no-print my-3 flex flex-wrap gap-2 text-sm">
        {counts.map(([each, count]) =>
          count === 0 && !always.includes(each) ? null : (
            <li key={each}>
              <Link
                href={each === "all" ? "?" : `?show=${each}`}
                prefetch={false}
                scroll={false}
                aria-current={each === filter ? "true" : undefined}
                className="inline-flex min-h-11 items-center rounded-lg border border-edge px-4 tabular-nums aria-[current]:border-accent aria-[current]:bg-accent-soft"
              >
                {t("result.filter", { name: t(names[each]), count })}
              </Link>
            </li>
          ),
        )}
      </ul>
      {planned === null ? null : (
        <p className="text-sm text-muted tabular-nums">
          {t("result.targetPace", { seconds: Math.round(planned / 1000) })}
        </p>
      )}
      {item === undefined ? (
        <p className="mt-4 text-muted">{t("result.none")}</p>
      ) : (
        <div className="mt-4 grid gap-8 lg:grid-cols-[minmax(0,min(22rem,38%))_minmax(0,1fr)] print:block">
          <div
            className={`self-start lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto print:static print:block print:max-h-none ${isOpened ? "max-lg:hidden" : ""}`}
          >
            <ResultList
              marks={languageMarks(examLanguage)}
              rows={shown.map((each) => rowOf(t, each, examSlug))}
              chosen={item.position}
              show={filter}
            />
          </div>
          <OpenedItem position={item.position} isOpened={isOpened}>
            <Steps shown={shown} item={item} filter={filter} />
            <ResultDetail
              key={item.position}
              item={item}
              examSlug={examSlug}
              planned={planned}
              why={pickedSentence(t, item.picked, dayOf)}
            />
          </OpenedItem>
        </div>
      )}
    </section>
  );
}

/** Links back to the list, if it is hidden, and to the previous and next item. */
function Steps({ shown, item, filter }: { shown: readonly ResultItem[]; item: ResultItem; filter: ResultFilter }) {
  const t = useWords();
  const at = shown.indexOf(item);
  const step = (to: ResultItem | undefined, text: string) =>
    to === undefined ? null : (
      <Link
        href={`?show=${filter}&item=${to.position}#question`}
        prefetch={false}
        className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
      >
        {text}
      </Link>
    );
  return (
    <p className="mb-3 flex flex-wrap gap-x-5 text-sm">
      <Link
        href={`?show=${filter}#questions`}
        prefetch={false}
        className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 lg:hidden"
      >
        {t("result.backToList")}
      </Link>
      {step(shown[at - 1], t("result.previous"))}
      {step(shown[at + 1], t("result.next"))}
    </p>
  );
}

function rowOf(
  t: Words,
  { position, question, secret, marks, lateSync, location }: ResultItem,
  examSlug: string,
): ResultRow {
  const verdict =
    secret === null
      ? t("result.opensLater")
      : secret.answer === null
        ? t("firstAnswer.notAnswered")
        : verdictWords(t, secret);
  return {
    position,
    stem: question.stemText,
    outcome: lateSync ? t("result.lateSync", { verdict }) : verdict,
    tone: secret === null ? "withheld" : secret.correct ? "good" : "bad",
    isFlagged: marks.flagged,
    seconds: Math.round(marks.elapsedMs / 1000),
    questionPath: `/exams/${examSlug}/questions/${location.name}`,
  };
}
