import type { AnswerInputProps } from "#components/question/answer-input";
import { OptionRow } from "#components/question/option-row";
import type { Answer, AnswerKey } from "#lib/exam/question";

/** Options of a single choice or a multiple response, as native radios or checkboxes. */
export function OptionList({ question, marks, secret, mayRuleOut = false }: AnswerInputProps) {
  const chosen = chosenIds(secret?.answer ?? marks.answer);
  const keys = chosenIds(secret?.key ?? null);
  return (
    <fieldset className="mt-6">
      <legend className="text-sm text-muted">
        {question.select === null
          ? "Choose one."
          : `Select ${question.upTo ? "at most" : "exactly"} ${question.select}. You may tick and untick freely.`}
      </legend>
      <ul className="mt-3 grid gap-2.5">
        {question.options.map((option) => (
          <OptionRow
            key={option.id}
            option={option}
            type={question.kind === "single" ? "radio" : "checkbox"}
            isChosen={chosen.includes(option.id)}
            isRuledOut={marks.ruledOut.includes(option.id)}
            mayRuleOut={mayRuleOut && secret === null}
            outcome={
              secret === null ? null : { isKey: keys.includes(option.id), note: secret.notes[option.id] ?? null }
            }
          />
        ))}
      </ul>
    </fieldset>
  );
}

function chosenIds(choice: Answer | AnswerKey | null): readonly string[] {
  if (choice === null) return [];
  if ("optionId" in choice) return [choice.optionId];
  return "optionIds" in choice ? choice.optionIds : [];
}
