import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ExamFrame, ReaderFrame } from "#components/attempt/exam-frame";
import { AfterCheckLine } from "#components/attempt/item/after-check-line";
import { EarlierNote } from "#components/attempt/item/earlier-note";
import { ItemScreen } from "#components/attempt/item/item-screen";
import { Discussion } from "#components/discussion/discussion";
import { GiveWords } from "#components/give-words";
import { DisputedNote } from "#components/question/disputed-note";
import { itemTitle } from "#lib/attempts/item-title";
import { pickedSentence } from "#lib/attempts/practice-words";
import { getAfterCheck } from "#lib/attempts/read/after-check";
import { currentAttemptItem } from "#lib/attempts/read/current-item";
import { getOwnNote } from "#lib/attempts/read/own-note";
import { examTime } from "#lib/attempts/write/clock-watch";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { dayWords } from "#lib/dates/day-words";
import { endsAtLine } from "#lib/dates/ends-at";
import { database } from "#lib/db/current";
import { getShares } from "#lib/discussion/read/get-distributions";
import type { SearchParams } from "#lib/discussion/schema";
import { clockEnd, currentSection, openPositions } from "#lib/exam/attempt";
import { keyOptions } from "#lib/exam/chosen-options";
import { languageMarks } from "#lib/exam/language-marks";
import { examWords, examWordsOf } from "#lib/settings/read/current-words";
import { MissingPage, missingMetadata } from "../../../missing-page.tsx";

type Props = { params: Promise<{ id: string; n: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, n } = await params;
  const item = await currentAttemptItem(id, Number(n));
  if (item === null || item === "finished") return missingMetadata();
  const t = await examWords(item.attempt.examLanguage);
  return { title: itemTitle(t, item.position, item.question), robots: { index: false } };
}

export default async function ItemPage({ params, searchParams }: Props) {
  const { id, n } = await params;
  const search = await searchParams;
  const item = await currentAttemptItem(id, Number(n));
  if (item === null) return <MissingPage />;
  if (item === "finished") redirect(`/attempts/${id}/result`);
  const { attempt, position, question, marks, secret, isWithheld, hasNewKey, isDisputed, picked, location } = item;
  const { examSlug, examLanguage, sitting } = attempt;
  const now = examTime();
  const { from, to } = openPositions(sitting, now);
  if (position < from || position > to) redirect(`/attempts/${id}/${from}`);
  const index = currentSection(sitting, now);
  const section = sitting.sections[index];
  const isStudy = attempt.plan.reveal === "at-once";
  const t = await examWords(examLanguage);
  const order = question.options.map((option) => option.id);
  const { questionId } = location;
  const [db, viewer] = [database(), await currentViewer()];
  const [after, shares, own] = await Promise.all([
    secret === null ? null : getAfterCheck(db, viewer, { examSlug, questionId, now }),
    secret === null ? undefined : getShares(db, questionId, order),
    // An exam has nothing beside its questions, whose pages the server may never be asked for.
    isStudy ? getOwnNote(db, viewer, questionId, order) : null,
  ]);
  // If no key is shown before the end, the page moves on automatically and would say it of another question.
  const why = isStudy ? pickedSentence(t, picked, (at) => dayWords(t, at, now)) : null;
  return (
    <GiveWords words={await examWordsOf(examLanguage, "timer", "item", "keys", "question")}>
      <ExamFrame words={t}>
        <ItemScreen
          attemptId={id}
          title={
            section === undefined ? (
              <span {...languageMarks(examLanguage)}>{attempt.examTitle}</span>
            ) : (
              t("item.section", {
                exam: attempt.examTitle,
                number: index + 1,
                count: sitting.sections.length,
                section: section.title,
              })
            )
          }
          isStudy={isStudy}
          position={position}
          question={question}
          marks={marks}
          secret={secret && { ...secret, ...(shares && { shares }) }}
          isWithheld={isWithheld}
          hasNewKey={hasNewKey}
          questionPath={`/exams/${examSlug}/questions/${location.name}`}
          count={sitting.count}
          section={section === undefined ? null : { index, from, to }}
          clockLine={endsAtLine(t, clockEnd(sitting, now), now)}
          problem={typeof search.problem === "string" ? search.problem : null}
        >
          {why === null ? null : <p className="mt-6 text-sm text-muted">{why}</p>}
          {after === null ? null : <AfterCheckLine t={t} {...after} now={now} />}
          <EarlierNote
            t={t}
            earlier={own?.note ?? ""}
            letters={own?.letters ?? []}
            here={marks.note}
            isOpen={secret !== null}
          />
          <ReaderFrame words={t}>
            {isDisputed ? <DisputedNote /> : null}
            {secret === null ? null : (
              <Discussion
                examSlug={examSlug}
                questionId={questionId}
                questionName={location.name}
                order={order}
                keyIds={keyOptions(secret.key)}
                path={`/attempts/${id}/${n}`}
                search={search}
              />
            )}
          </ReaderFrame>
        </ItemScreen>
      </ExamFrame>
    </GiveWords>
  );
}
