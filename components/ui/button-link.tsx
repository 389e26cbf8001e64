import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button.tsx";

type ButtonLinkProps = ComponentProps<typeof Link> & { look?: ButtonLook };

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ look, className, ...rest }: ButtonLinkProps) {
  return <Link prefetch={false} className={buttonClass(look, className)} {...rest} />;
}
