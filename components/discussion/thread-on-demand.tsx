"use client";

import { type ComponentProps, lazy } from "react";

const Thread = lazy(() => import("#components/discussion/thread").then((module) => ({ default: module.Thread })));

/**
 * The thread in a separate script, which a page does not load before its question is answered. Without a Suspense
 * boundary, so that a page without script has it too; `next/dynamic` would add a kilobyte to every question.
 */
export function ThreadOnDemand(props: ComponentProps<typeof Thread>) {
  return <Thread {...props} />;
}
