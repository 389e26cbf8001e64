import { ShareBar } from "#components/ui/share-bar";
import { scoringSentence } from "#lib/attempts/scoring-sentence";
import type { ExamOverview } from "#lib/bank/read/exams";
import { markingNow } from "#lib/exam/marking";

/** What the exam asks and how much of it: domains by weight, as a table with bars. */
export function Blueprint({ exam }: { exam: ExamOverview }) {
  return (
    <section aria-labelledby="blueprint">
      <h2 id="blueprint" className="text-sm font-semibold text-muted">
        Blueprint
      </h2>
      <table className="mt-3 w-full text-sm">
        <thead className="sr-only">
          <tr>
            <th scope="col">Domain</th>
            <th scope="col">Weight</th>
          </tr>
        </thead>
        <tbody>
          {exam.domains.map((domain) => (
            <tr key={domain.id} className="align-baseline">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                {domain.title}
                <ShareBar width={domain.weight} className="mt-1 h-1 fill-accent" />
              </th>
              <td className="py-1.5 text-right tabular-nums text-muted">{domain.weight}%</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-sm text-muted">{scoringSentence(markingNow(exam.scoring))}</p>
    </section>
  );
}
