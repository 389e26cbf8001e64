import type { ShownQuestion } from "#lib/exam/presentation";
import { useWords } from "#words";

/** The case, if there is one, and the question. */
export function Stem({ question, id }: { question: ShownQuestion; id: string }) {
  const t = useWords();
  const { scenario, stemHtml } = question;
  return (
    <>
      {scenario === null ? null : (
        <section aria-label={t("question.case", { title: scenario.title })} className="case">
          <p {...question.marks}>{scenario.title}</p>
          {scenario.place ? <small>{t("question.casePlace", scenario.place)}</small> : null}
          <div className="prose" dangerouslySetInnerHTML={{ __html: scenario.html }} />
        </section>
      )}
      <div id={id} className="prose stem" dangerouslySetInnerHTML={{ __html: stemHtml }} />
    </>
  );
}
