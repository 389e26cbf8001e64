import type { ReactNode } from "react";
import { FocusSection } from "#components/focus-section";

/** One section of the account page; `isDanger`: what is done there cannot be undone. */
export function AccountSection(props: { title: string; isDanger?: boolean; children: ReactNode }) {
  const { title, isDanger = false, children } = props;
  return (
    <FocusSection
      label={title}
      className={`mb-6 break-inside-avoid rounded-xl border bg-sheet p-5 ${isDanger ? "border-bad" : "border-line"}`}
    >
      <h2 className={`text-lg font-semibold ${isDanger ? "text-bad" : ""}`}>{title}</h2>
      {children}
    </FocusSection>
  );
}
