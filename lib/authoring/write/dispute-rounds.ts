import { listExams } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import { isSavingRefused } from "#lib/db/saving-refused";
import { log } from "#lib/log/log";
import { openByEvidence } from "./open-by-evidence.ts";

const everyMs = 6 * 3_600_000;

/** Looks several times a day for keys that the answers contradict. */
export function startDisputes(): void {
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
}

async function look(): Promise<void> {
  try {
    for (const { slug } of await listExams(database())) {
      const opened = await openByEvidence(database(), slug, new Date());
      if (opened > 0) log("info", "keys-disputed", { exam: slug, questions: opened });
    }
  } catch (error) {
    // The next round tries again. The log has a separate line when saving is refused.
    if (!isSavingRefused(error)) log("error", "disputes-not-looked-for", {}, error);
  }
}
