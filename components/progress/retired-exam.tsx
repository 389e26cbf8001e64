import { PastAttempts } from "#components/exam/past-attempts";
import { languageMarks } from "#lib/exam/language-marks";
import type { RetiredExam as Exam } from "#lib/progress/read/get-progress";

import { useWords } from "#words";
/** What was done in an exam that is no longer offered. */
export function RetiredExam({ exam, now }: { exam: Exam; now: Date }) {
  const t = useWords();
  return (
    <section id={exam.slug} aria-label={exam.title} className="mt-8 border-t border-line pt-6">
      <h2 className="text-xl font-semibold" {...languageMarks(exam.language)}>
        {exam.title}
      </h2>
      <p className="mt-1 mb-4 text-sm text-flag">{t("progress.retired")}</p>
      <div className="max-w-md">
        <PastAttempts attempts={exam.attempts} now={now} heading="h3" />
      </div>
    </section>
  );
}
