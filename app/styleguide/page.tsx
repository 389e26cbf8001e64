import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuestionParts } from "#components/styleguide/question-parts";
import { UiParts } from "#components/styleguide/ui-parts";

export const metadata: Metadata = { title: "Style guide", robots: { index: false } };

/** Every part of the design in every state, for developers. */
export default function StyleguidePage() {
  if (process.env.NODE_ENV !== "development") notFound();
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Style guide</h1>
      <p className="mt-3 max-w-2xl text-muted">
        Every part of the design in every state. Theme and text size are those of your settings.
      </p>
      <h2 className="mt-8 font-serif text-xl font-semibold">Parts</h2>
      <UiParts />
      <h2 className="mt-12 font-serif text-xl font-semibold">Questions</h2>
      <QuestionParts />
    </>
  );
}
