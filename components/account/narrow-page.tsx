import type { ReactNode } from "react";
import { FocusSection } from "#components/focus-section";

/** A page with one short form or a few sentences. */
export function NarrowPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <FocusSection className="mx-auto grid max-w-sm gap-5">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{title}</h1>
      {children}
    </FocusSection>
  );
}
