import { AnswerGroup } from "#components/question/answer-group";
import type { AnswerInputProps } from "#components/question/answer-input";
import { OptionRow } from "#components/question/option-row";
import type { Answer, AnswerKey } from "#lib/exam/question";
import { useWords } from "#words";

/** Options of a single choice or a multiple response, as native radios or checkboxes. */
export function OptionList({ question, marks, secret, stemId, mayRuleOut = false }: AnswerInputProps) {
  const t = useWords();
  const { select } = question;
  const chosen = chosenIds(secret?.answer ?? marks.answer);
  const keys = chosenIds(secret?.key ?? null);
  return (
    <AnswerGroup
      stemId={stemId}
      how={
        secret !== null
          ? null
          : select === null
            ? t("question.chooseOne")
            : t(question.upTo ? "question.chooseAtMost" : "question.chooseExactly", { count: select })
      }
    >
      <ul>
        {question.options.map((option) => (
          <OptionRow
            key={option.id}
            option={option}
            type={question.kind === "single" ? "radio" : "checkbox"}
            isChosen={chosen.includes(option.id)}
            isRuledOut={marks.ruledOut.includes(option.id)}
            mayRuleOut={mayRuleOut && secret === null}
            outcome={
              secret === null
                ? null
                : {
                    isKey: keys.includes(option.id),
                    note: secret.notes[option.id] ?? null,
                    share: secret.shares?.[option.id],
                  }
            }
          />
        ))}
      </ul>
      {secret !== null || select === null ? null : (
        <p className="mt-2 text-sm text-muted tabular-nums">
          {t.rich(question.upTo ? "question.selectedOfAtMost" : "question.selectedOf", {
            chosen: () => <span className="chosen-count" />,
            count: select,
          })}
        </p>
      )}
    </AnswerGroup>
  );
}

function chosenIds(choice: Answer | AnswerKey | null): readonly string[] {
  if (choice === null) return [];
  if ("optionId" in choice) return [choice.optionId];
  return "optionIds" in choice ? choice.optionIds : [];
}
