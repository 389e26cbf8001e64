import type { Metadata } from "next";
import Link from "next/link";
import { FileProblems } from "#components/preview/file-problems";
import { PreviewedQuestion } from "#components/preview/previewed-question";
import { RefreshOnSave } from "#components/preview/refresh-on-save";
import { WithheldNote } from "#components/question/withheld-note";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { may } from "#lib/auth/viewer";
import { findExam } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import { checkInDevelopment } from "#lib/preview/check-in-development";
import { inTwoOrders } from "#lib/preview/in-two-orders";
import { storedQuestion } from "#lib/preview/stored-question";

import { currentWords } from "#lib/settings/read/current-words";
import { MissingPage, refusedPage } from "../../../missing-page.tsx";
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("preview.title"), robots: { index: false } };
}

type Props = { params: Promise<{ exam: string; question: string }> };

/**
 * A question with its key in the orders of two learners, beside the problems of its file. In development, it is read
 * from the file and shown to everyone; elsewhere it comes from the database, for authors only.
 */
export default async function PreviewPage({ params }: Props) {
  const { exam, question: name } = await params;
  const [viewer, t, now] = [await currentViewer(), await currentWords(), new Date()];
  const isDevelopment = process.env.NODE_ENV === "development";
  if (!isDevelopment && !may(viewer, "see-statistics")) return refusedPage(viewer, "preview");
  const check = await checkInDevelopment(exam, name);
  const question = check?.question ?? (await storedQuestion(database(), viewer, exam, name, now));
  if (question === null && check === null) return <MissingPage />;
  const language = (await findExam(database(), exam))?.language;
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("preview.title")}</h1>
      <p className="mt-2 text-sm text-muted">
        {exam}/{name} ·{" "}
        <Link href={`/exams/${exam}/questions/${name}`} prefetch={false} className="underline underline-offset-4">
          {t("preview.open")}
        </Link>
      </p>
      {check === null ? null : (
        <div className="mt-5 grid gap-3">
          <RefreshOnSave path={`/preview/${exam}/${name}/changes`} since={now.getTime()} />
          <FileProblems file={check.file} problems={check.problems} />
          {check.question === null && question !== null ? <p className="text-sm">{t("preview.hasErrors")}</p> : null}
        </div>
      )}
      {question === null ? null : question === "withheld" ? (
        <WithheldNote />
      ) : (
        <div className="mt-6 grid gap-10 xl:grid-cols-2">
          {inTwoOrders(question, language).map((shown, i) => (
            <PreviewedQuestion
              key={i === 0 ? "one" : "other"}
              id={i === 0 ? "one" : "other"}
              title={t(i === 0 ? "preview.one" : "preview.other")}
              {...shown}
            />
          ))}
        </div>
      )}
    </>
  );
}
