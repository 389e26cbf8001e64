"use client";

import { type ComponentProps, lazy } from "react";

const Thread = lazy(() => import("#components/discussion/thread").then((module) => ({ default: module.Thread })));

/**
 * The thread in a script of its own, which a page whose question is not answered yet does not load. Without a boundary, so
 * that a page without script has it, too; `next/dynamic` would add a kilobyte to every question.
 */
export function ThreadOnDemand(props: ComponentProps<typeof Thread>) {
  return <Thread {...props} />;
}
