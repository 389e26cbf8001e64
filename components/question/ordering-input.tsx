import { AnswerGroup } from "#components/question/answer-group";
import type { AnswerInputProps } from "#components/question/answer-input";
import { AnswerPart, PartSelect } from "#components/question/answer-part";
import { useWords } from "#words";

/**
 * Entries to be put in order: each has a native list of positions, and can be moved. With the key, they are shown in
 * the correct order.
 */
export function OrderingInput({ question: { options }, marks, secret, stemId }: AnswerInputProps) {
  const t = useWords();
  const answer = secret?.answer ?? marks.answer;
  const places = answer?.kind === "ordering" ? answer.optionIds : null;
  const key = secret?.key.kind === "ordering" ? secret.key.optionIds : null;
  const numbers = options.map((_, index) => [index + 1, index + 1] as const);
  const nameOf = (order: readonly string[], id: string) =>
    order.includes(id) ? t("question.place", { place: order.indexOf(id) + 1 }) : t("question.noPlace");
  const rows = key === null ? options : [...options].sort((a, b) => key.indexOf(a.id) - key.indexOf(b.id));
  return (
    <AnswerGroup stemId={stemId} how={key === null ? t("question.order") : null}>
      <ol className="order">
        {rows.map(({ id, letter, text, html }, i) => (
          <AnswerPart key={id} yours={places && nameOf(places, id)} right={key && nameOf(key, id)}>
            {key === null ? (
              <PartSelect
                name={`place:${id}`}
                value={places?.includes(id) ? places.indexOf(id) + 1 : ""}
                label={t("question.placeOf", { letter, text })}
                entries={numbers}
              />
            ) : (
              <b>{i + 1}</b>
            )}
            <div>
              <b>{letter}.</b>
              <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
            </div>
          </AnswerPart>
        ))}
      </ol>
    </AnswerGroup>
  );
}
