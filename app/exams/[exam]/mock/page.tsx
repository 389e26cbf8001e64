import type { Metadata } from "next";
import Link from "next/link";
import { MockRules } from "#components/exam/mock-rules";
import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";
import { readMockChoices } from "#lib/attempts/schema";
import { getExam } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import { languageMarks } from "#lib/exam/language-marks";
import { currentWords } from "#lib/settings/read/current-words";
import { MissingPage, missingMetadata } from "../../../missing-page.tsx";

type Search = { seed?: string; timeFactor?: string };
type Props = { params: Promise<{ exam: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { exam: slug }] = await Promise.all([currentWords(), params]);
  const exam = await getExam(database(), slug);
  if (exam === null) return missingMetadata();
  return { title: t("begin.pageTitle", { exam: exam.title }), robots: { index: false } };
}

/** The rules of a mock exam. Nothing is drawn and no clock runs until the learner begins. */
export default async function MockPage({ params, searchParams }: Props) {
  const [t, { exam: slug }, search] = await Promise.all([currentWords(), params, searchParams]);
  const exam = await getExam(database(), slug);
  const choices = readMockChoices(search);
  if (exam === null || choices === null) return <MissingPage />;
  const { seed, timeFactor = "1" } = choices;
  return (
    <div className="max-w-2xl">
      <p className="text-sm text-muted" {...languageMarks(exam.language)}>
        {exam.title}
      </p>
      <h1 className="mt-1 font-serif text-3xl font-semibold tracking-tight">{t("begin.title")}</h1>
      <MockRules exam={exam} timeFactor={timeFactor === "off" ? null : Number(timeFactor)} />
      <form action={startAttemptAction} className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
        <input type="hidden" name="exam" value={slug} />
        <input type="hidden" name="mode" value="mock" />
        <input type="hidden" name="timeFactor" value={timeFactor} />
        {seed === undefined ? null : <input type="hidden" name="seed" value={seed} />}
        <StartButton look="primary" slowWords={t("start.waiting")}>
          {t("begin.begin")}
        </StartButton>
        <Link href={`/exams/${slug}`} prefetch={false} className="text-sm underline underline-offset-4">
          {t("begin.back")}
        </Link>
      </form>
    </div>
  );
}
