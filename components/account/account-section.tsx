import type { ReactNode } from "react";
import { FocusSection } from "#components/account/focus-section";

/** One matter of the account page. */
export function AccountSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <FocusSection label={title} className="rounded-xl border border-line bg-sheet p-5">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </FocusSection>
  );
}
