import Link from "next/link";
import type { AttemptSummary } from "#lib/attempts/list-attempts";
import { absoluteTime, relativeAge } from "#lib/dates/relative-age";

const names: Readonly<Record<AttemptSummary["mode"], string>> = {
  study: "Study",
  mock: "Mock exam",
  drill: "Drill",
  review: "Review",
  question: "Question",
};

type PastAttemptsProps = { attempts: readonly AttemptSummary[]; now: Date; heading?: "h2" | "h3" };

/** The viewer's attempts at this exam: running ones to go on with, finished ones to read again. */
export function PastAttempts({ attempts, now, heading: Heading = "h2" }: PastAttemptsProps) {
  if (attempts.length === 0) return null;
  return (
    <section aria-label="Your attempts">
      <Heading className="text-sm font-semibold text-muted">Your attempts</Heading>
      <ul className="mt-3 divide-y divide-line text-sm">
        {attempts.map((attempt) => (
          <li key={attempt.id} className="flex flex-wrap items-baseline justify-between gap-x-3 py-2.5">
            <Link
              href={addressOf(attempt)}
              prefetch={false}
              className="underline decoration-line underline-offset-4 hover:decoration-accent"
            >
              {attempt.finishedAt ? names[attempt.mode] : `Continue ${names[attempt.mode].toLowerCase()}`}
            </Link>
            <span className="text-muted tabular-nums">{outcomeOf(attempt)}</span>
            <time
              dateTime={attempt.startedAt.toISOString()}
              title={absoluteTime(attempt.startedAt)}
              className="w-full text-muted"
            >
              {relativeAge(attempt.startedAt, now)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}

function addressOf({ id, finishedAt }: AttemptSummary): string {
  return finishedAt === null ? `/attempts/${id}` : `/attempts/${id}/result`;
}

function outcomeOf({ score, mode, finishedAt }: AttemptSummary): string {
  if (finishedAt === null) return "running";
  // A finished attempt has a score: only an exam that is being sat keeps it closed.
  if (score === null) return "score shows after the running exam";
  if (score.items === 0) return "nothing answered";
  const percent = `${Math.floor(score.percent)} %`;
  return mode === "mock" ? `${percent}, ${score.passed ? "passed" : "not passed"}` : percent;
}
