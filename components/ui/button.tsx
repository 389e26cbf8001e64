import type { ButtonHTMLAttributes } from "react";

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: "primary" | "plain" | "quiet" };

/** The one button: at least 44 px high, so that a thumb finds it. Links look like it by the class `button`. */
export function Button({ look = "plain", className = "", type = "submit", ...rest }: ButtonProps) {
  return <button type={type} className={`button ${look} ${className}`} {...rest} />;
}
