"use client";

import { lazy, Suspense } from "react";

const KeptAnswers = lazy(() => import("./kept-answers.tsx"));

/** Every page brings along what it would show if it were not found: of this, no more than these lines. */
export function KeptHere() {
  return (
    <Suspense>
      <KeptAnswers />
    </Suspense>
  );
}
