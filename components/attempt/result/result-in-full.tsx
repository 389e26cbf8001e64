import { ResultDetail } from "#components/attempt/result/result-detail";
import { pickedSentence } from "#lib/attempts/practice-words";
import type { Result } from "#lib/attempts/result-view";
import { useWords } from "#words";

type ResultInFullProps = { result: Result; planned: number | null; dayOf: (at: Date) => string };

/** Every item one after the other, for paper and for reading through. */
export function ResultInFull({ result, planned, dayOf }: ResultInFullProps) {
  const t = useWords();
  return (
    <section aria-labelledby="questions">
      <h2 id="questions" className="mt-12 text-xl font-semibold">
        {t("result.questions")}
      </h2>
      <ol className="divide-y divide-line">
        {result.items.map((item) => (
          <li key={item.position} className="py-6">
            <ResultDetail
              item={item}
              examSlug={result.attempt.examSlug}
              planned={planned}
              why={pickedSentence(t, item.picked, dayOf)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
