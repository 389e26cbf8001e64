import { AnswerGroup } from "#components/question/answer-group";
import type { AnswerInputProps } from "#components/question/answer-input";
import { AnswerPart, PartSelect } from "#components/question/answer-part";
import { useWords } from "#words";

/** Entries to be put in order: a native list of places beside each, which needs no dragging. */
export function OrderingInput({ question, marks, secret, stemId }: AnswerInputProps) {
  const t = useWords();
  const answer = secret?.answer ?? marks.answer;
  const places = answer?.kind === "ordering" ? answer.optionIds : null;
  const key = secret?.key.kind === "ordering" ? secret.key.optionIds : null;
  const numbers = question.options.map((_, index) => [index + 1, index + 1] as const);
  const nameOf = (order: readonly string[], id: string) =>
    order.includes(id) ? t("question.place", { place: order.indexOf(id) + 1 }) : t("question.noPlace");
  return (
    <AnswerGroup stemId={stemId} how={secret === null ? t("question.order") : null}>
      <ul>
        {question.options.map(({ id, letter, text, html }) => (
          <AnswerPart key={id} yours={places && nameOf(places, id)} right={key && nameOf(key, id)}>
            <PartSelect
              name={`place:${id}`}
              value={places?.includes(id) ? places.indexOf(id) + 1 : ""}
              label={t("question.placeOf", { letter, text })}
              entries={numbers}
            />
            <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
          </AnswerPart>
        ))}
      </ul>
    </AnswerGroup>
  );
}
