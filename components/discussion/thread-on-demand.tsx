"use client";

import { lazy } from "react";

/**
 * A thread whose script is loaded with the first page that shows one. Without a boundary of its own, so that a page
 * without script has it, too; `next/dynamic` would add a kilobyte to every question.
 */
export const ThreadOnDemand = lazy(() =>
  import("#components/discussion/thread").then(({ Thread }) => ({ default: Thread })),
);
