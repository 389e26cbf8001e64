import { type BenchApp, examSlug } from "./bench-app.ts";
import type { Target } from "./load-job.ts";
import { readForm } from "./read-form.ts";

/** The request of a visitor's browser for the button that starts a mock exam. */
export async function startTargets(app: BenchApp): Promise<Target> {
  const path = `/exams/${examSlug}/mock`;
  const form = await readForm(`${app.server.url}${path}`, {}, "mock");
  return form.post(path, { mode: "mock" });
}
