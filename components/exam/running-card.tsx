import { DiscardButton } from "#components/exam/discard-button";
import { ButtonLink } from "#components/ui/button-link";
import { ShareBar } from "#components/ui/share-bar";
import { modeNames } from "#lib/attempts/mode-names";
import type { RunningAttempt } from "#lib/attempts/read/list-running";
import { absoluteTime, relativeAge, relativeWait } from "#lib/dates/relative-age";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";

type RunningCardProps = { attempt: RunningAttempt; now: Date; from: "home" | "exam" };

/** An attempt in progress: how far it is, how much time is left, and the two things to do with it. */
export function RunningCard({ attempt, now, from }: RunningCardProps) {
  const t = useWords();
  const { id, mode, examTitle, done, count, position, clockEndsAt, isExam, startedAt } = attempt;
  const name = modeNames[mode].toLowerCase();
  return (
    <li className="rounded-xl border border-accent bg-accent-soft p-5">
      <h3 className="font-semibold">
        {modeNames[mode]}
        {from === "home" ? <span className="font-normal text-muted"> · {examTitle}</span> : null}
      </h3>
      <p className="mt-1 mb-3 text-sm text-muted tabular-nums">
        {done} of {count} {isExam ? "answered" : "checked"} ·{" "}
        {clockEndsAt === null ? (
          <>
            started{" "}
            <time dateTime={startedAt.toISOString()} title={absoluteTime(t, startedAt)}>
              {startedAgo(t, startedAt, now)}
            </time>
          </>
        ) : (
          <time
            dateTime={clockEndsAt.toISOString()}
            title={absoluteTime(t, clockEndsAt)}
            className="font-medium text-ink"
          >
            ends {relativeWait(t, clockEndsAt, now)}
          </time>
        )}
      </p>
      <ShareBar width={(100 * done) / count} rest={100} className="h-1.5 fill-accent" />
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <ButtonLink href={`/attempts/${id}`} look="primary">
          Continue<span className="sr-only"> {name}</span>
          <span className="ml-1.5 font-normal tabular-nums">at question {position}</span>
        </ButtonLink>
        <DiscardButton attemptId={id} name={name} done={done} isExam={isExam} from={from} />
      </div>
    </li>
  );
}

function startedAgo(t: Words, startedAt: Date, now: Date): string {
  const age = relativeAge(t, startedAt, now);
  return age === "now" ? "just now" : age;
}
