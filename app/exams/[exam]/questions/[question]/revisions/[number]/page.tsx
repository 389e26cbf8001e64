import type { Metadata } from "next";
import Link from "next/link";
import { Difference, OptionDifference } from "#components/discussion/difference";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { findExam } from "#lib/bank/read/exams";
import { absoluteTime } from "#lib/dates/relative-age";
import { database } from "#lib/db/current";
import { getRevisionDifference } from "#lib/discussion/read/get-revision-difference";
import { languageMarks } from "#lib/exam/language-marks";
import { currentWords } from "#lib/settings/read/current-words";
import { afterAnswer } from "../../after-answer.tsx";

type Props = { params: Promise<{ exam: string; question: string; number: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("questionPage.wordingTitle"), robots: { index: false } };
}

export default async function RevisionPage({ params }: Props) {
  const t = await currentWords();
  const { exam: examSlug, question: questionName, number } = await params;
  const place = { examSlug, questionName, number: Number(number) };
  const [viewer, now] = [await currentViewer(), new Date()];
  const difference = await getRevisionDifference(database(), viewer, place, now);
  if (difference === null) return afterAnswer(viewer, place, "questionPage.wordingTitle", now);
  const marks = languageMarks((await findExam(database(), examSlug))?.language);
  return (
    <div className="max-w-3xl">
      <p className="text-sm">
        <Link
          href={`/exams/${examSlug}/questions/${questionName}`}
          prefetch={false}
          className="text-muted underline underline-offset-4"
        >
          {t("questionPage.open")}
        </Link>
      </p>
      <h1 className="mt-1 font-serif text-3xl font-semibold tracking-tight">
        {t("questionPage.wordings", { number: difference.number, current: difference.currentNumber })}
      </h1>
      <p className="mt-2 text-sm text-muted">
        {t.rich("questionPage.wordingText", {
          number: difference.number,
          date: absoluteTime(t, difference.createdAt),
          del: (text) => <del>{text}</del>,
          ins: (text) => <ins>{text}</ins>,
        })}
      </p>
      <h2 className="mt-8 font-semibold">{t("questionPage.title")}</h2>
      <Difference parts={difference.stem} marks={marks} />
      <h2 className="mt-8 font-semibold">{t("questionPage.options")}</h2>
      <OptionDifference options={difference.options} marks={marks} />
      <h2 className="mt-8 font-semibold">{t("questionPage.correctAnswer")}</h2>
      <p className="mt-2">{t(difference.isKeyChanged ? "questionPage.keyChanged" : "questionPage.keySame")}</p>
      <h2 className="mt-8 font-semibold">{t("questionPage.explanation")}</h2>
      <Difference parts={difference.explanation} marks={marks} />
    </div>
  );
}
