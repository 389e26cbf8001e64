import type { ReactNode } from "react";
import { DiscardButton } from "#components/exam/discard-button";
import { ButtonLink } from "#components/ui/button-link";
import { ShareBar } from "#components/ui/share-bar";
import type { RunningAttempt } from "#lib/attempts/read/list-running";
import { absoluteTime, relativeAge, relativeWait } from "#lib/dates/relative-age";
import { languageMarks } from "#lib/exam/language-marks";
import { useWords } from "#words";

type RunningCardProps = { attempt: RunningAttempt; now: Date; from: "home" | "exam" };

/** An attempt in progress: how far it is, how much time is left, and buttons to continue or discard it. */
export function RunningCard({ attempt, now, from }: RunningCardProps) {
  const t = useWords();
  const { id, mode, examTitle, examLanguage, done, count, position, clockEndsAt, isExam, startedAt } = attempt;
  return (
    <li className="rounded-xl border border-accent bg-accent-soft p-5">
      <h3 className="font-semibold">
        {t(`mode.name-${mode}`)}
        {from === "home" ? (
          <span className="font-normal text-muted">
            {" "}
            · <span {...languageMarks(examLanguage)}>{examTitle}</span>
          </span>
        ) : null}
      </h3>
      <p className="mt-1 mb-3 text-sm text-muted tabular-nums">
        {t(isExam ? "exam.answeredOf" : "exam.checkedOf", { done, count })} ·{" "}
        {clockEndsAt === null ? (
          <Started at={startedAt} now={now} />
        ) : (
          <time
            dateTime={clockEndsAt.toISOString()}
            title={absoluteTime(t, clockEndsAt)}
            className="font-medium text-ink"
          >
            {t("exam.ends", { wait: relativeWait(t, clockEndsAt, now) })}
          </time>
        )}
      </p>
      <ShareBar width={(100 * done) / count} rest={100} className="h-1.5 fill-accent" />
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <ButtonLink href={`/attempts/${id}`} look="primary">
          <span>
            {t.rich("exam.continueAt", {
              mode,
              position,
              hidden: (text) => <span className="sr-only">{text}</span>,
              at: (text) => <span className="font-normal tabular-nums"> {text}</span>,
            })}
          </span>
        </ButtonLink>
        <DiscardButton attemptId={id} mode={mode} done={done} isExam={isExam} from={from} />
      </div>
    </li>
  );
}

function Started({ at, now }: { at: Date; now: Date }) {
  const t = useWords();
  const ago = relativeAge(t, at, now);
  const time = (text: ReactNode) => (
    <time dateTime={at.toISOString()} title={absoluteTime(t, at)}>
      {text}
    </time>
  );
  return ago === relativeAge(t, now, now) ? t.rich("exam.startedNow", { time }) : t.rich("exam.started", { ago, time });
}
