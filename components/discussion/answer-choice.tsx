import type { Choices } from "#components/discussion/comment-form";
import { useWords } from "#words";

type AnswerChoiceProps = { choices: Choices; chosen: readonly string[] };

/** The answer that the comment supports, if any, in the letters of this page. */
export function AnswerChoice({ choices, chosen }: AnswerChoiceProps) {
  const t = useWords();
  if (!choices.isMultiple) {
    return (
      <label className="flex items-center gap-2 text-sm">
        {t("thread.selectedAnswer")}
        <select
          name="option"
          defaultValue={chosen[0] ?? ""}
          className="min-h-11 rounded-lg border border-edge bg-sheet px-2"
        >
          <option value="">{t("thread.noAnswer")}</option>
          {choices.options.map(({ id, letter }) => (
            <option key={id} value={id}>
              {letter}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <details open={chosen.length > 0} className="text-sm">
      <summary className="min-h-11 cursor-pointer py-3 text-muted">{t("thread.selectedAnswer")}</summary>
      <fieldset className="flex flex-wrap gap-x-5">
        <legend className="sr-only">{t("thread.selectedAnswer")}</legend>
        {choices.options.map(({ id, letter }) => (
          <label key={id} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name="option"
              value={id}
              defaultChecked={chosen.includes(id)}
              className="size-4.5 accent-accent"
            />
            {letter}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
