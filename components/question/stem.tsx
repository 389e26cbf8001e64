import type { ShownQuestion } from "#lib/exam/presentation";
import { useWords } from "#words";

/** The case, when there is one, and what is asked. */
export function Stem({ question, id }: { question: ShownQuestion; id: string }) {
  const t = useWords();
  const { scenario, stemHtml } = question;
  return (
    <>
      {scenario === null ? null : (
        <section
          aria-label={t("question.case", { title: scenario.title })}
          className="mt-4 rounded-xl border border-line bg-sheet p-4 sm:p-5"
        >
          <p className="text-sm font-semibold text-muted">{scenario.title}</p>
          <div className="prose mt-2" dangerouslySetInnerHTML={{ __html: scenario.html }} />
        </section>
      )}
      <div id={id} className="prose mt-4 text-lg sm:text-xl" dangerouslySetInnerHTML={{ __html: stemHtml }} />
    </>
  );
}
