import Link from "next/link";
import { newToYou } from "#lib/attempts/new-to-you";
import type { AttemptSummary } from "#lib/attempts/read/list-attempts";
import { absoluteTime, relativeAge, relativeWait } from "#lib/dates/relative-age";
import { shownPercent } from "#lib/exam/scoring";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";

const names: Readonly<Record<AttemptSummary["mode"], string>> = {
  study: "Study",
  mock: "Mock exam",
  drill: "Practice",
  review: "Review",
  question: "Question",
};

type PastAttemptsProps = {
  attempts: readonly AttemptSummary[];
  now: Date;
  title?: string;
  heading?: "h2" | "h3";
};

/** The viewer's attempts at this exam: running ones to go on with, finished ones to read again. */
export function PastAttempts({ attempts, now, title = "Your attempts", heading: Heading = "h2" }: PastAttemptsProps) {
  const t = useWords();
  if (attempts.length === 0) return null;
  return (
    <section aria-label={title}>
      <Heading className="text-sm font-semibold text-muted">{title}</Heading>
      <ul className="mt-3 divide-y divide-line text-sm">
        {attempts.map((attempt) => (
          <li key={attempt.id} className="flex flex-wrap items-baseline justify-between gap-x-3 py-2.5">
            <Link
              href={addressOf(attempt)}
              prefetch={false}
              className="py-1 underline decoration-line underline-offset-4 hover:decoration-accent"
            >
              {attempt.finishedAt ? names[attempt.mode] : `Continue ${names[attempt.mode].toLowerCase()}`}
            </Link>
            <span className="text-muted tabular-nums">{outcomeOf(t, attempt, now)}</span>
            <span className="w-full text-muted">
              Started{" "}
              <time dateTime={attempt.startedAt.toISOString()} title={absoluteTime(t, attempt.startedAt)}>
                {relativeAge(t, attempt.startedAt, now)}
              </time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function addressOf({ id, finishedAt }: AttemptSummary): string {
  return finishedAt === null ? `/attempts/${id}` : `/attempts/${id}/result`;
}

function outcomeOf(t: Words, { score, finishedAt, deadlineAt, newQuestions }: AttemptSummary, now: Date): string {
  if (finishedAt === null) {
    if (deadlineAt === null) return "in progress";
    return deadlineAt > now ? `ends ${relativeWait(t, deadlineAt, now)}` : "time is over";
  }
  // A finished attempt has a score: only an exam that is being sat keeps it closed.
  if (score === null) return "score shows after the running exam";
  if (score.items === 0) return "nothing answered";
  const percent = `${shownPercent(score.percent, score.passing)}%`;
  if (newQuestions === null) return percent;
  return `${percent}, ${score.passed ? "passed" : "not passed"}, ${newToYou(t, newQuestions, score.items)}`;
}
