import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { GiveWords } from "#components/give-words";
import { SuggestForm } from "#components/suggestions/suggest-form";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { unsentFields } from "#lib/auth/unsent-form";
import { findExam } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import { languageMarks } from "#lib/exam/language-marks";
import { currentWords, currentWordsOf } from "#lib/settings/read/current-words";
import { getSuggestionForm } from "#lib/suggestions/read/suggestion-form";
import { readWritten } from "#lib/suggestions/written";
import { afterAnswer } from "../after-answer.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await currentWords();
  return { title: t("suggestions.title"), robots: { index: false } };
}

type Props = { params: Promise<{ exam: string; question: string }> };

/** The file of a question as a form, for people who have seen its key and have an account. */
export default async function SuggestPage({ params }: Props) {
  const { exam: examSlug, question: questionName } = await params;
  const t = await currentWords();
  const viewer = await currentViewer();
  const path = `/exams/${examSlug}/questions/${questionName}`;
  const [place, now] = [{ examSlug, questionName }, new Date()];
  const form = await getSuggestionForm(database(), viewer, place, now);
  if (!form.ok && form.error === "not-disclosed") return afterAnswer(viewer, place, "suggestions.title", now);
  if (viewer.member === null) redirect(`/sign-in?returnTo=${encodeURIComponent(`${path}/suggest`)}`);
  const unsent = await unsentFields();
  const marks = languageMarks((await findExam(database(), examSlug))?.language);
  return (
    <>
      <p className="text-sm">
        <Link href={path} prefetch={false} className="text-muted underline underline-offset-4">
          {t("suggestions.back")}
        </Link>
      </p>
      <h1 className="mt-1 font-serif text-3xl font-semibold tracking-tight">{t("suggestions.title")}</h1>
      {form.ok ? (
        <GiveWords words={await currentWordsOf("suggestions")}>
          <SuggestForm
            examSlug={examSlug}
            name={questionName}
            marks={marks}
            {...form.value}
            unsent={unsent && readWritten(unsent)}
          />
        </GiveWords>
      ) : (
        <p className="mt-6">{t("suggestions.unavailable")}</p>
      )}
    </>
  );
}
