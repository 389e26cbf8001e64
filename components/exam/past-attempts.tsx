import Link from "next/link";
import { OtherScores } from "#components/attempt/result/other-scores";
import { newToYou } from "#lib/attempts/new-to-you";
import type { AttemptSummary } from "#lib/attempts/read/list-attempts";
import { decidingScore } from "#lib/attempts/score-words";
import { timeFactorWords } from "#lib/attempts/time-used";
import { absoluteTime, relativeAge, relativeWait } from "#lib/dates/relative-age";
import { shownPercent } from "#lib/exam/scoring";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";

type PastAttemptsProps = { attempts: readonly AttemptSummary[]; now: Date; heading?: "h2" | "h3" };

/** How many are shown at first; the others are one press away. */
const newest = 10;

/** The viewer's attempts at this exam: those in progress to continue, finished ones to read again. */
export function PastAttempts({ attempts, now, heading: Heading = "h2" }: PastAttemptsProps) {
  const t = useWords();
  if (attempts.length === 0) return null;
  const earlier = attempts.slice(newest);
  return (
    <section aria-label={t("exam.attempts")}>
      <Heading className="text-sm font-semibold text-muted">{t("exam.attempts")}</Heading>
      <AttemptList attempts={attempts.slice(0, newest)} now={now} />
      {earlier.length === 0 ? null : (
        <details className="mt-2 border-t border-line text-sm">
          <summary className="min-h-11 cursor-pointer py-3 text-muted">
            {t("exam.earlierAttempts", { count: earlier.length })}
          </summary>
          <AttemptList attempts={earlier} now={now} />
        </details>
      )}
    </section>
  );
}

/** " · 1.5 × time"; empty for the exam's own time. */
function extraTime(t: Words, attempt: AttemptSummary): string {
  const words = timeFactorWords(t, attempt);
  return words === null ? "" : ` · ${words}`;
}

function AttemptList({ attempts, now }: { attempts: readonly AttemptSummary[]; now: Date }) {
  const t = useWords();
  return (
    <ul className="mt-3 divide-y divide-line text-sm">
      {attempts.map((attempt) => (
        <li key={attempt.id} className="flex flex-wrap items-baseline justify-between gap-x-3 py-2.5">
          <Link
            href={addressOf(attempt)}
            prefetch={false}
            className="py-1 underline decoration-line underline-offset-4 hover:decoration-accent"
          >
            {attempt.finishedAt ? t(`mode.name-${attempt.mode}`) : t("mode.continue", { mode: attempt.mode })}
          </Link>
          <span className="text-muted tabular-nums">{outcomeOf(t, attempt, now)}</span>
          {attempt.score === null ? null : (
            <OtherScores graded={attempt.score} others={attempt.others} className="w-full" />
          )}
          <span className="w-full text-muted">
            {t.rich("exam.startedAgo", {
              ago: relativeAge(t, attempt.startedAt, now),
              time: (text) => (
                <time dateTime={attempt.startedAt.toISOString()} title={absoluteTime(t, attempt.startedAt)}>
                  {text}
                </time>
              ),
            })}
            {extraTime(t, attempt)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function addressOf({ id, finishedAt }: AttemptSummary): string {
  return finishedAt === null ? `/attempts/${id}` : `/attempts/${id}/result`;
}

function outcomeOf(t: Words, attempt: AttemptSummary, now: Date): string {
  const { score: graded, others, finishedAt, deadlineAt, newQuestions } = attempt;
  if (finishedAt === null) {
    if (deadlineAt === null) return t("exam.running");
    return deadlineAt > now ? t("exam.ends", { wait: relativeWait(t, deadlineAt, now) }) : t("exam.timeIsUp");
  }
  // A finished attempt has a score: only an exam that is in progress keeps it closed.
  if (graded === null) return t("exam.scoreLater");
  const score = decidingScore(graded, others);
  if (score.items === 0) return t("exam.nothingAnswered");
  const percent = shownPercent(score.percent, score.passing) / 100;
  if (newQuestions === null) return t("unit.percent", { share: percent });
  const passed = score.passed ? "yes" : "no";
  return t("exam.outcome", { percent, passed, new: newToYou(t, newQuestions, graded.items) });
}
