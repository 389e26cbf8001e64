import { ShareBar } from "#components/ui/share-bar";
import { scoringSentence } from "#lib/attempts/scoring-sentence";
import type { ExamOverview } from "#lib/bank/read/exams";
import { languageMarks } from "#lib/exam/language-marks";
import { markingNow } from "#lib/exam/marking";
import type { DomainEvidence } from "#lib/exam/readiness";
import { useWords } from "#words";

type BlueprintProps = { exam: ExamOverview; standing: readonly Pick<DomainEvidence, "id" | "answers">[] | null };

/** What the exam asks and how much of it: domains by weight, and how many of their questions the learner has answered. */
export function Blueprint({ exam, standing }: BlueprintProps) {
  const t = useWords();
  const answered = new Map(standing?.map(({ id, answers }) => [id, answers]));
  return (
    <section aria-labelledby="blueprint">
      <h2 id="blueprint" className="text-sm font-semibold text-muted">
        {t("exam.blueprint")}
      </h2>
      <table className="mt-3 w-full text-sm">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("exam.domain")}</th>
            <th scope="col">{t("exam.weight")}</th>
          </tr>
        </thead>
        <tbody>
          {exam.domains.map(({ id, title, weight }) => {
            const [own, all] = [answered.get(id) ?? 0, exam.available[id] ?? 0];
            return (
              <tr key={id} className="align-baseline">
                <th scope="row" className="py-1.5 pe-3 text-start font-normal hyphens-auto wrap-anywhere">
                  <span {...languageMarks(exam.language)}>{title}</span>
                  {standing === null ? null : (
                    <span className="block text-xs text-muted tabular-nums">
                      {t("exam.answeredOf", { done: own, count: all })}
                    </span>
                  )}
                  <ShareBar
                    width={standing === null || all === 0 ? weight : (weight * own) / all}
                    rest={weight}
                    className="mt-1 h-1.5 fill-accent"
                  />
                </th>
                <td className="py-1.5 text-end text-muted whitespace-nowrap tabular-nums">
                  {t("unit.percent", { share: weight / 100 })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="mt-3 text-sm text-muted">{scoringSentence(t, markingNow(exam.scoring))}</p>
    </section>
  );
}
