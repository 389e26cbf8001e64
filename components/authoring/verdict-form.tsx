import { FocusedNotice } from "#components/focused-notice";
import { Button } from "#components/ui/button";
import { Choice } from "#components/ui/choice";
import { type DisputeNote, verdicts } from "#lib/exam/dispute";
import { useWords } from "#words";

/** A verdict on one question, and the line that says it in the question’s file. */
export interface VerdictLine {
  readonly name: string;
  readonly note: DisputeNote;
  readonly text: string;
}

type VerdictFormProps = { examSlug: string; name: string; line: VerdictLine | null };

/**
 * Asks an author for a verdict and writes the line that settles the dispute once it is in the file. Changes nothing
 * itself.
 */
export function VerdictForm({ examSlug, name, line }: VerdictFormProps) {
  const t = useWords();
  const own = line?.name === name ? line : null;
  return (
    <details id={`settle-${name}`} open={own !== null} className="mt-1">
      <summary className="min-h-11 cursor-pointer py-2.5 text-muted">{t("verdict.settle")}</summary>
      {/* The browser gives what an address names the focus: anything else would take it from the notice again. */}
      <form action="/authoring#line" className="grid justify-items-start gap-3">
        <input type="hidden" name="exam" value={examSlug} />
        <input type="hidden" name="settle" value={name} />
        <fieldset>
          <legend className="sr-only">{t("verdict.verdict")}</legend>
          <div className="flex flex-wrap gap-x-5">
            {verdicts.map((verdict) => (
              <Choice
                key={verdict}
                type="radio"
                name="verdict"
                value={verdict}
                defaultChecked={own?.note.status === verdict}
                required
              >
                {t(`verdict.is-${verdict}`)}
              </Choice>
            ))}
          </div>
        </fieldset>
        <label className="grid w-full max-w-xl gap-1.5">
          {t("verdict.reason")}
          <input
            name="reason"
            defaultValue={own?.note.reason}
            required
            maxLength={500}
            className="min-h-11 rounded-lg border border-edge bg-sheet px-3"
          />
        </label>
        <Button>{t("verdict.write")}</Button>
      </form>
      {own === null ? null : (
        <div className="mt-3">
          <FocusedNotice id="line">{t("verdict.putIt", { file: `${examSlug}/${name}.md` })}</FocusedNotice>
          <pre className="mt-2 rounded-lg border border-line bg-sheet px-3 py-2 whitespace-pre-wrap">
            <code>{own.text}</code>
          </pre>
        </div>
      )}
    </details>
  );
}
