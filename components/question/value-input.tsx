import type { AnswerInputProps } from "#components/question/answer-input";
import { Verdict } from "#components/question/verdict";

/** A number or a short text to be typed. */
export function ValueInput({ question, marks, secret }: AnswerInputProps) {
  const answer = secret?.answer ?? marks.answer;
  const value = answer?.kind === "numeric" || answer?.kind === "text" ? answer.value : null;
  const isNumber = question.kind === "numeric";
  return (
    <fieldset className="mt-6">
      <legend className="text-sm text-muted">{isNumber ? "Type a number." : "Type a word or short phrase."}</legend>
      <div className="mt-3 flex items-center gap-3">
        <input
          name="value"
          defaultValue={value ?? ""}
          disabled={secret !== null}
          inputMode={isNumber ? "decimal" : "text"}
          autoComplete="off"
          maxLength={isNumber ? 100 : 500}
          aria-label={question.unit === null ? "Answer" : `Answer in ${question.unit}`}
          className="min-h-12 w-full max-w-xs rounded-xl border border-edge bg-sheet px-4 text-lg tabular-nums"
        />
        {question.unit === null ? null : <span className="whitespace-nowrap text-muted">{question.unit}</span>}
      </div>
      {secret === null ? null : (
        <div className="mt-3">
          <Verdict yours={value} right={rightValue(secret.key)} isRight={secret.correct} />
        </div>
      )}
    </fieldset>
  );
}

function rightValue(key: NonNullable<AnswerInputProps["secret"]>["key"]): string {
  if (key.kind === "numeric") return key.tolerance > 0 ? `${key.value} (± ${key.tolerance})` : String(key.value);
  return key.kind === "text" ? key.accepted.join(" or ") : "";
}
