import { ResultDetail } from "#components/attempt/result-detail";
import type { Result } from "#lib/attempts/result-view";

/** Every item one after the other, for paper and for reading through. */
export function ResultInFull({ result, planned }: { result: Result; planned: number | null }) {
  return (
    <section aria-labelledby="questions">
      <h2 id="questions" className="mt-12 text-xl font-semibold">
        Questions
      </h2>
      <ol className="divide-y divide-line">
        {result.items.map((item) => (
          <li key={item.position} className="py-6">
            <ResultDetail item={item} examSlug={result.attempt.examSlug} planned={planned} />
          </li>
        ))}
      </ol>
    </section>
  );
}
