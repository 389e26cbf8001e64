import type { ReactNode } from "react";

/**
 * Why a form was refused, or that it is done. The line is there, empty, before it says anything: a screen reader reads out
 * what comes into it.
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
