import { AnswerGroup } from "#components/question/answer-group";
import type { AnswerInputProps } from "#components/question/answer-input";
import { Verdict } from "#components/question/verdict";
import type { ShownOption } from "#lib/exam/presentation";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";

/** Entries to be put in order: a native list of places beside each, which needs no dragging. */
export function OrderingInput({ question, marks, secret, stemId }: AnswerInputProps) {
  const t = useWords();
  const answer = secret?.answer ?? marks.answer;
  const places = answer?.kind === "ordering" ? answer.optionIds : [];
  const key = secret?.key.kind === "ordering" ? secret.key.optionIds : null;
  return (
    <AnswerGroup stemId={stemId} how={secret === null ? t("question.order") : null}>
      <ul className="mt-3 grid gap-2.5">
        {question.options.map((option) => (
          <li
            key={option.id}
            data-is={key === null ? undefined : places.indexOf(option.id) === key.indexOf(option.id) ? "key" : "wrong"}
            className="part flex items-start gap-3"
          >
            <PlaceSelect
              option={option}
              count={question.options.length}
              place={places.indexOf(option.id) + 1}
              disabled={secret !== null}
            />
            <div className="min-w-0 flex-1 pt-2">
              <div className="prose" dangerouslySetInnerHTML={{ __html: option.html }} />
              {key === null ? null : (
                <Verdict
                  yours={answer?.kind === "ordering" ? placeName(t, places.indexOf(option.id)) : null}
                  right={placeName(t, key.indexOf(option.id))}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </AnswerGroup>
  );
}

type PlaceSelectProps = { option: ShownOption; count: number; place: number; disabled: boolean };

function PlaceSelect({ option, count, place, disabled }: PlaceSelectProps) {
  const t = useWords();
  return (
    <select
      name={`place:${option.id}`}
      defaultValue={place === 0 ? "" : place}
      disabled={disabled}
      aria-label={t("question.placeOf", { letter: option.letter, text: option.text })}
      className="min-h-11 rounded-lg border border-edge bg-paper px-2 tabular-nums"
    >
      <option value="">–</option>
      {Array.from({ length: count }, (_, index) => index + 1).map((number) => (
        <option key={number} value={number}>
          {number}
        </option>
      ))}
    </select>
  );
}

function placeName(t: Words, index: number): string {
  return index < 0 ? t("question.noPlace") : t("question.place", { place: index + 1 });
}
