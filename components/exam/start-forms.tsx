import type { ReactNode } from "react";
import { DrillForm } from "#components/exam/drill-form";
import { TimeFactor } from "#components/exam/time-factor";
import { Button } from "#components/ui/button";
import { startAttemptAction } from "#lib/attempts/actions";
import type { ExamOverview } from "#lib/bank/queries";

type StartFormsProps = { exam: ExamOverview; tags: readonly string[]; isEmpty: boolean };

/** The ways into an exam, each a form that works without script. */
export function StartForms({ exam, tags, isEmpty }: StartFormsProps) {
  const available = Object.values(exam.available).reduce((sum, count) => sum + count, 0);
  if (available === 0) return <p className="mt-8 text-muted">This exam has no questions yet.</p>;
  const drawn = Math.min(exam.questions, available);
  return (
    <div className="mt-8 grid gap-4 sm:grid-cols-2">
      {isEmpty ? (
        <p role="alert" className="rounded-lg bg-flag-soft px-4 py-2.5 text-sm text-flag sm:col-span-2">
          No question fits that choice. Take more domains or tags.
        </p>
      ) : null}
      <Start exam={exam.slug} mode="study" button="Start study" look="plain">
        <p>
          One question at a time, with the explanation after each answer. No clock. Begins with what you have not seen.
        </p>
      </Start>
      <Start exam={exam.slug} mode="mock" button="Start mock exam" look="primary">
        <p>
          {drawn} questions in {exam.minutes} minutes, {exam.passing} % to pass. Answers are shown at the end.
        </p>
        {exam.sections.length === 0 ? null : (
          <p>In {exam.sections.length} sections; each closes for good when you leave it or its time is over.</p>
        )}
        <TimeFactor minutes={exam.minutes} />
      </Start>
      <DrillForm exam={exam} tags={tags} available={available} />
    </div>
  );
}

type StartProps = { exam: string; mode: string; button: string; look: "primary" | "plain"; children: ReactNode };

function Start({ exam, mode, button, look, children }: StartProps) {
  return (
    <form
      action={startAttemptAction}
      className="flex flex-col justify-between gap-4 rounded-xl border border-line bg-sheet p-5"
    >
      <input type="hidden" name="exam" value={exam} />
      <input type="hidden" name="mode" value={mode} />
      <div className="grid gap-3 text-sm text-muted">{children}</div>
      <Button look={look}>{button}</Button>
    </form>
  );
}
