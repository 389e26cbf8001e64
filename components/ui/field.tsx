import { type InputHTMLAttributes, useId } from "react";

type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  label: string;
  hint?: string;
  problems?: readonly string[];
};

/** A labelled line of text with its hint and what is wrong with it, both read out with the field. */
export function Field({ label, hint, problems = [], ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-1 content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={hint ? `${id}-hint ${id}-problem` : `${id}-problem`}
        aria-invalid={problems.length > 0}
        className="min-h-11 w-full min-w-0 rounded-lg border border-edge bg-sheet px-3 aria-invalid:border-bad"
        {...input}
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <p id={`${id}-problem`} className="text-sm text-bad empty:hidden">
        {problems.join(" ")}
      </p>
    </div>
  );
}
