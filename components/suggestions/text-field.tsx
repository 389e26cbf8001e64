import { useId } from "react";
import type { LanguageMarks } from "#lib/exam/language-marks";

type TextFieldProps = {
  label: string;
  name: string;
  text: string;
  hint?: string;
  rows?: number;
  isMono?: boolean;
  /** Of the language of the text. */
  marks?: LanguageMarks;
};

/** Several lines of Markdown with a label. */
export function TextField({ label, name, text, hint, rows = 1, isMono = true, marks }: TextFieldProps) {
  const id = useId();
  const lines = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 90), 0);
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <textarea
        id={id}
        name={name}
        defaultValue={text}
        rows={Math.min(20, Math.max(rows, lines))}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        spellCheck
        {...marks}
        // If the browser can, as high as its text, however narrow the page is.
        className={`field-sizing-content max-h-[30rem] min-h-12 w-full min-w-0 rounded-lg border border-edge bg-sheet p-3 ${isMono ? "font-mono text-sm" : "text-base"}`}
      />
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
