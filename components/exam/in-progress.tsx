import { RunningCard } from "#components/exam/running-card";
import type { RunningAttempt } from "#lib/attempts/read/list-running";

import { useWords } from "#words";

type InProgressProps = { running: readonly RunningAttempt[]; now: Date; from: "home" | "exam" };

/** The attempts in progress; nothing if there are none. */
export function InProgress({ running, now, from }: InProgressProps) {
  const t = useWords();
  if (running.length === 0) return null;
  return (
    <section aria-label={t("exam.inProgress")} className="mt-6">
      <h2 className="text-sm font-semibold text-muted">{t("exam.inProgress")}</h2>
      <ul className={`mt-3 grid gap-4 ${from === "home" && running.length > 1 ? "md:grid-cols-2" : ""}`}>
        {running.map((attempt) => (
          <RunningCard key={attempt.id} attempt={attempt} now={now} from={from} />
        ))}
      </ul>
    </section>
  );
}
