import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Discussion } from "#components/discussion/discussion";
import { GiveWords } from "#components/give-words";
import { FileProblems } from "#components/preview/file-problems";
import { DisputedNote } from "#components/question/disputed-note";
import { NoteLetters } from "#components/question/note-letters";
import { OwnNote } from "#components/question/own-note";
import { SingleQuestion } from "#components/question/single-question";
import { KeptBack } from "#components/review/kept-back";
import { getOwnNote } from "#lib/attempts/read/own-note";
import { getQuestionPage, isKeptBack } from "#lib/attempts/read/question-page";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { findExam } from "#lib/bank/read/exams";
import { getStem } from "#lib/bank/read/get-stem";
import { database } from "#lib/db/current";
import { getShares } from "#lib/discussion/read/get-distributions";
import type { SearchParams } from "#lib/discussion/schema";
import { keyOptions } from "#lib/exam/chosen-options";
import { languageMarks } from "#lib/exam/language-marks";
import { shortText } from "#lib/exam/short-text";
import { problemsInDevelopment } from "#lib/preview/check-in-development";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
import { MissingPage, missingMetadata } from "../../../../missing-page.tsx";

type Props = { params: Promise<{ exam: string; question: string }>; searchParams: Promise<SearchParams> };

/** In characters: how much of a title a tab or a list of results shows. */
const longestTitle = 70;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exam, question } = await params;
  if (await isKeptBack(database(), await currentViewer(), exam, question, new Date()))
    return { title: (await currentWords())("keptForm.title") };
  const stem = await getStem(database(), exam, question);
  return stem === null ? missingMetadata() : { title: shortText(stem, longestTitle) };
}

/** What reloads the page when its file is saved and when it is synced. Elsewhere it is not part of what is served. */
async function refreshInDevelopment(path: string, now: Date): Promise<ReactNode> {
  if (process.env.NODE_ENV !== "development") return null;
  const { RefreshOnSave } = await import("#components/preview/refresh-on-save");
  return <RefreshOnSave path={path} since={now.getTime()} />;
}

export default async function QuestionPage({ params, searchParams }: Props) {
  const { exam: examSlug, question: name } = await params;
  const [db, viewer, t, now] = [database(), await currentViewer(), await currentWords(), new Date()];
  const [exam, view] = await Promise.all([findExam(db, examSlug), getQuestionPage(db, viewer, examSlug, name, now)]);
  if (view === null && (await isKeptBack(db, viewer, examSlug, name, now))) return <KeptBack />;
  if (view === null) return <MissingPage />;
  const { questionId, question, stamp, secret, first, dispute, isWithheld, retired } = view;
  const order = question.options.map((option) => option.id);
  const shares = secret === null ? undefined : await getShares(database(), questionId, order);
  const note = await getOwnNote(db, viewer, questionId, order);
  const check = await problemsInDevelopment(examSlug, name);
  return (
    <div>
      {await refreshInDevelopment(`/preview/${examSlug}/${name}/changes`, now)}
      {check === null ? null : (
        <div className="mb-6">
          <FileProblems {...check} />
          <Link href={`/preview/${examSlug}/${name}`} prefetch={false} className="text-sm underline underline-offset-4">
            {t("questionPage.preview")}
          </Link>
        </div>
      )}
      <p className="text-sm text-muted" {...languageMarks(exam?.language)}>
        {exam?.isOffered ? (
          <Link href={`/exams/${examSlug}`} prefetch={false} className="underline underline-offset-4">
            {exam.title}
          </Link>
        ) : (
          exam?.title
        )}
      </p>
      <h1 className="mt-1 text-lg font-semibold">{t("questionPage.title")}</h1>
      {retired ? <p className="mt-3 text-sm text-flag">{t("questionPage.retired")}</p> : null}
      {dispute === null ? null : dispute.verdict === null ? (
        <DisputedNote reason={dispute.reason}>
          <NoteLetters t={t} letters={dispute.letters} />
        </DisputedNote>
      ) : (
        <div className="mt-3 text-sm text-muted">
          {t("questionPage.settled", {
            verdict: dispute.verdict,
            explained: dispute.reason === "" ? "no" : "yes",
            reason: dispute.reason,
          })}
          <NoteLetters t={t} letters={dispute.letters} />
        </div>
      )}
      <GiveWords words={await currentWordsOf("question", "firstAnswer")}>
        <SingleQuestion
          examSlug={examSlug}
          name={name}
          question={question}
          stamp={stamp}
          secret={secret && { ...secret, ...(shares && { shares }) }}
          first={first}
          isWithheld={isWithheld}
          retired={retired}
        />
      </GiveWords>
      {note === null ? null : <OwnNote note={note} />}
      {secret === null || retired ? null : (
        <p className="mt-6 text-sm">
          <Link
            href={`/exams/${examSlug}/questions/${name}/suggest`}
            prefetch={false}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            {t("suggestions.link")}
          </Link>
        </p>
      )}
      {secret === null ? null : (
        <Discussion
          examSlug={examSlug}
          questionId={questionId}
          questionName={name}
          order={order}
          keyIds={keyOptions(secret.key)}
          search={await searchParams}
        />
      )}
    </div>
  );
}
