import type { ReactNode } from "react";
import { useWords } from "#words";

/** Shown beside a disputed key. */
export function DisputedNote({ reason = "", children }: { reason?: string; children?: ReactNode }) {
  const t = useWords();
  return (
    <div className="mt-3 rounded-lg bg-flag-soft px-4 py-2.5 text-sm text-flag">
      {t.rich(reason === "" ? "dispute.open" : "dispute.openWhy", {
        b: (text) => <b className="font-semibold">{text}</b>,
        reason,
      })}
      {children}
    </div>
  );
}
