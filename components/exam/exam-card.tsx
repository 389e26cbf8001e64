import Link from "next/link";
import type { ExamCard as Exam } from "#lib/bank/read/exams";
import { languageMarks } from "#lib/exam/language-marks";

import { useWords } from "#words";
/** An exam in the list on the home page. */
export function ExamCard({ exam }: { exam: Exam }) {
  const t = useWords();
  const { slug, title, code, language, questions, minutes, available } = exam;
  return (
    <li className="relative rounded-xl border border-line bg-sheet p-5 hover:border-muted">
      {code ? (
        <p className="text-xs font-semibold text-muted" {...languageMarks(language)}>
          {code}
        </p>
      ) : null}
      <h3 className="mt-1 text-lg font-semibold" {...languageMarks(language)}>
        <Link href={`/exams/${slug}`} prefetch={false} className="after:absolute after:inset-0 after:rounded-xl">
          {title}
        </Link>
      </h3>
      <p className="mt-2 text-sm text-muted tabular-nums">
        {t("home.examCard", { available, count: Math.min(questions, available), minutes })}
      </p>
    </li>
  );
}
