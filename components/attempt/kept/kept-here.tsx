"use client";

import { lazy, Suspense } from "react";

const KeptAnswers = lazy(() => import("./kept-answers.tsx"));

/** Every page includes what it would show if it were not found, so this is only a few lines. */
export function KeptHere() {
  return (
    <Suspense>
      <KeptAnswers />
    </Suspense>
  );
}
