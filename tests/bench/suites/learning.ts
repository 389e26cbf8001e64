import type { Suite } from "../suite.ts";

/** Scheduling and readiness are not part of the app yet; this says so instead of printing a figure. */
export const learning: Suite = async (report) => {
  report.say("learning  not there yet: the app has no review schedule to measure");
};
