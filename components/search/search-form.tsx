import { Button } from "#components/ui/button";
import type { ExamCard } from "#lib/bank/read/exams";
import { languageMarks } from "#lib/exam/language-marks";

import { useWords } from "#words";

type SearchFormProps = {
  /** The search text. */
  search?: string;
  /** The exam to search in; null for all. */
  examSlug?: string | null;
  /** The exams to choose from; without them the form searches the one of `examSlug`. */
  exams?: readonly Pick<ExamCard, "slug" | "title" | "language">[];
  /** The label of the field. */
  label: string;
  className?: string;
};

/** Searches questions. A plain form: it needs no script, and each result page has an address. */
export function SearchForm({ search = "", examSlug = null, exams, label, className = "" }: SearchFormProps) {
  const t = useWords();
  // On a phone, the choice and the button stand below the field instead of the button alone.
  const hasChoice = exams !== undefined && exams.length > 1;
  return (
    <search className={className}>
      <form action="/search" className="flex flex-wrap gap-3">
        <input
          type="search"
          name="q"
          defaultValue={search}
          aria-label={label}
          placeholder={label}
          maxLength={200}
          className={`min-h-11 min-w-[min(10rem,100%)] flex-[2_1_10rem] rounded-lg border border-edge bg-sheet px-3 ${hasChoice ? "max-sm:basis-full" : ""}`}
        />
        {exams === undefined ? (
          examSlug === null ? null : (
            <input type="hidden" name="exam" value={examSlug} />
          )
        ) : !hasChoice ? null : (
          <select
            name="exam"
            aria-label={t("search.exam")}
            defaultValue={examSlug ?? ""}
            className="min-h-11 max-w-full min-w-0 flex-[1_1_10rem] rounded-lg border border-edge bg-sheet px-3"
          >
            <option value="">{t("search.everyExam")}</option>
            {exams.map(({ slug, title, language }) => (
              <option key={slug} value={slug} {...languageMarks(language)}>
                {title}
              </option>
            ))}
          </select>
        )}
        <Button>{t("search.submit")}</Button>
      </form>
    </search>
  );
}
