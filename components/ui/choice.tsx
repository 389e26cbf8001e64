import type { InputHTMLAttributes, ReactNode } from "react";

type ChoiceProps = InputHTMLAttributes<HTMLInputElement> & { type: "radio" | "checkbox"; children: ReactNode };

/** A radio button or a checkbox with its label, wide enough for a finger. */
export function Choice({ children, ...input }: ChoiceProps) {
  return (
    <label className="flex min-h-11 items-center gap-2.5">
      <input {...input} className="size-4.5 accent-accent" />
      {children}
    </label>
  );
}
