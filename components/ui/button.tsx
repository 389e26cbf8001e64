import type { ButtonHTMLAttributes } from "react";

export type ButtonLook = "primary" | "plain" | "quiet" | "danger";
type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook };

/** The classes of a button, for links that look like one: at least 44 px high, so that a thumb finds it. */
export function buttonClass(look: ButtonLook = "plain", more = ""): string {
  return `button ${look} ${more}`;
}

/** The one button. */
export function Button({ look, className, type = "submit", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />;
}
