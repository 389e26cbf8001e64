import type { ReactNode } from "react";

/**
 * Why a form was refused, or that it succeeded. The element exists, empty, before it says anything, so that a screen
 * reader announces its content.
 */
export function FormMessage({ of, children }: { of: "refusal" | "success"; children: ReactNode }) {
  return of === "refusal" ? (
    <p role="alert" className="text-sm text-bad empty:hidden">
      {children}
    </p>
  ) : (
    <p role="status" className="text-sm text-good empty:hidden">
      {children}
    </p>
  );
}
