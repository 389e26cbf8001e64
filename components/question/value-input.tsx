import { AnswerGroup } from "#components/question/answer-group";
import type { AnswerInputProps } from "#components/question/answer-input";
import { Verdict } from "#components/question/verdict";
import { numberPattern } from "#lib/exam/number-pattern";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";
import { numberSamples } from "./not-ready-sentence.ts";

/** A number or a short text to type. */
export function ValueInput({ question, marks, secret, stemId }: AnswerInputProps) {
  const t = useWords();
  const answer = secret?.answer ?? marks.answer;
  const value = answer?.kind === "numeric" || answer?.kind === "text" ? answer.value : null;
  const isNumber = question.kind === "numeric";
  return (
    <AnswerGroup
      stemId={stemId}
      how={secret !== null ? null : t(isNumber ? "question.typeNumber" : "question.typeText")}
    >
      <div className="value-field">
        <input
          name="value"
          defaultValue={value ?? ""}
          inputMode={isNumber ? "decimal" : "text"}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          pattern={isNumber ? numberPattern : undefined}
          maxLength={isNumber ? 100 : 500}
          aria-label={question.unit === null ? t("question.answer") : t("question.answerIn", { unit: question.unit })}
        />
        {question.unit === null ? null : <span {...question.marks}>{question.unit}</span>}
      </div>
      {isNumber && secret === null ? (
        <div aria-live="polite" className="mt-2 text-sm text-bad">
          <p className="not-a-number">{t("question.notANumber", numberSamples)}</p>
        </div>
      ) : null}
      {secret === null ? null : (
        <Verdict marks={question.marks} yours={value} right={rightValue(t, secret.key)} isRight={secret.correct} />
      )}
    </AnswerGroup>
  );
}

function rightValue(t: Words, key: NonNullable<AnswerInputProps["secret"]>["key"]): string {
  if (key.kind === "numeric") {
    const value = key.written ?? String(key.value);
    return key.tolerance > 0 ? t("question.within", { value, tolerance: key.tolerance }) : value;
  }
  // The first is the author's spelling; the others are variants of it.
  return key.kind === "text" ? (key.accepted[0] ?? "") : "";
}
