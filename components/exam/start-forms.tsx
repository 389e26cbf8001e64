import { Button } from "#components/ui/button";
import { startAttemptAction } from "#lib/attempts/actions";
import type { ExamOverview } from "#lib/bank/queries";

/** The ways into an exam, each a form that works without script. */
export function StartForms({ exam }: { exam: ExamOverview }) {
  const available = Object.values(exam.available).reduce((sum, count) => sum + count, 0);
  if (available === 0) return <p className="mt-8 text-muted">This exam has no questions yet.</p>;
  const drawn = Math.min(exam.questions, available);
  return (
    <div className="mt-8 grid gap-4 sm:grid-cols-2">
      <Start exam={exam.slug} mode="study" button="Start study" look="plain">
        One question at a time, with the explanation after each answer. No clock.
      </Start>
      <Start exam={exam.slug} mode="mock" button="Start mock exam" look="primary">
        {drawn} questions in {exam.minutes} minutes, {exam.passing} % to pass. Answers are shown at the end.
      </Start>
    </div>
  );
}

type StartProps = { exam: string; mode: string; button: string; look: "primary" | "plain"; children: React.ReactNode };

function Start({ exam, mode, button, look, children }: StartProps) {
  return (
    <form
      action={startAttemptAction}
      className="flex flex-col justify-between gap-4 rounded-xl border border-line bg-sheet p-5"
    >
      <input type="hidden" name="exam" value={exam} />
      <input type="hidden" name="mode" value={mode} />
      <p className="text-sm text-muted">{children}</p>
      <Button look={look}>{button}</Button>
    </form>
  );
}
