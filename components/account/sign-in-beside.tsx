import type { ReactNode } from "react";

/** A link to sign in that leaves what somebody wrote on their screen. */
export function signInBeside(text: ReactNode) {
  return (
    <a href="/sign-in" target="_blank" rel="noopener" className="text-accent underline underline-offset-4">
      {text}
    </a>
  );
}
