import { AnswerGroup } from "#components/question/answer-group";
import type { AnswerInputProps } from "#components/question/answer-input";
import { AnswerPart, PartSelect, pairsOf } from "#components/question/answer-part";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";

/** "Match each quantity to its unit.", with the headings of the two columns. */
function matchLine(t: Words, columns: readonly [string, string] | null): string {
  const [left, right] = columns ?? ["", ""];
  if (left === "" || right === "") return t("question.match");
  return t("question.matchColumns", { left, right });
}

/**
 * Entries to be paired: each has a native list of the partners. The cards above them can be dragged to them once their code
 * is there; the lists do the same by keyboard and for screen readers, so the cards are hidden from assistive technology.
 */
export function MatchingInput({ question, marks, secret, stemId }: AnswerInputProps) {
  const t = useWords();
  const given = pairsOf(secret?.answer ?? marks.answer);
  const key = pairsOf(secret?.key);
  const nameOf = (id: string | undefined) =>
    question.options.find((option) => option.id === id)?.text ?? t("question.noPartner");
  const partners = question.options.map(({ id, letter, text }) => [id, `${letter}. ${text}`] as const);
  return (
    <AnswerGroup stemId={stemId} how={secret === null ? matchLine(t, question.columns) : null}>
      {key === null ? (
        <ul className="partners" aria-hidden="true">
          {question.options.map(({ id, letter, html }) => (
            <li key={id} data-partner={id}>
              <span className="grip" />
              <b>{letter}.</b>
              <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="pairs">
        {question.prompts.map(({ id, text, html }) => (
          <AnswerPart key={id} marks={question.marks} yours={given && nameOf(given[id])} right={key && nameOf(key[id])}>
            <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
            {key === null ? (
              <PartSelect
                name={`pair:${id}`}
                value={given?.[id]}
                label={t("question.partnerOf", { text })}
                entries={partners}
                marks={question.marks}
              />
            ) : null}
          </AnswerPart>
        ))}
      </ul>
    </AnswerGroup>
  );
}
