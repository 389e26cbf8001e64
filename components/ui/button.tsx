import type { ButtonHTMLAttributes } from "react";

const looks = {
  primary: "bg-accent text-on-accent border-transparent hover:opacity-90",
  plain: "bg-sheet border-edge hover:border-muted",
  quiet: "border-transparent text-muted hover:text-ink",
} as const;

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: keyof typeof looks };

/** The one button: at least 44 px high, so that a thumb finds it. */
export function Button({ look = "plain", className = "", type = "submit", ...rest }: ButtonProps) {
  const shape = "inline-flex min-h-11 items-center justify-center rounded-lg border px-4 text-sm font-medium";
  return <button type={type} className={`${shape} ${looks[look]} ${className}`} {...rest} />;
}
