import { Choice } from "#components/ui/choice";
import { StartButton } from "#components/ui/start-button";
import type { ReportedOutcome } from "#lib/auth/learner-settings";
import { dayOf } from "#lib/exam/local-time";
import { deleteOutcomeAction, reportOutcomeAction } from "#lib/progress/actions";
import { printDay } from "#lib/review/plan-words";
import { useWords } from "#words";

type ExamOutcomeProps = {
  exam: string;
  /** The outcome that the learner reported for the exam on this day; null until then. */
  reported: ReportedOutcome | null;
  problem: "not-understood" | "not-saved" | null;
};

/** How the real exam went, asked once its day has come. Works without script. */
export function ExamOutcome({ exam, reported, problem }: ExamOutcomeProps) {
  const t = useWords();
  if (reported !== null) return <Reported exam={exam} reported={reported} />;
  return (
    <form action={reportOutcomeAction} className="mt-4 grid justify-items-start gap-4 text-sm">
      <input type="hidden" name="exam" value={exam} />
      {problem === null ? null : (
        <p role="alert" className="rounded-lg bg-bad-soft px-4 py-2.5 text-bad">
          {t(`outcome.problem-${problem}`)}
        </p>
      )}
      <fieldset>
        <legend className="font-semibold">{t("outcome.ask")}</legend>
        <p className="mt-1 max-w-xl text-muted">{t("outcome.why")}</p>
        <div className="mt-1 flex flex-wrap gap-x-5">
          {(["passed", "failed"] as const).map((outcome) => (
            <Choice key={outcome} type="radio" name="outcome" value={outcome} required>
              {t(`outcome.went-${outcome}`)}
            </Choice>
          ))}
        </div>
      </fieldset>
      <label className="grid gap-1.5">
        {t("outcome.score")}
        <input
          type="number"
          name="score"
          min={0}
          max={100}
          step="any"
          className="min-h-11 w-28 rounded-lg border border-edge bg-paper px-2 tabular-nums"
        />
      </label>
      <StartButton look="primary" slowWords={t("start.waiting")}>
        {t("outcome.save")}
      </StartButton>
    </form>
  );
}

function Reported({ exam, reported }: { exam: string; reported: ReportedOutcome }) {
  const t = useWords();
  const { examDate, passed, score } = reported;
  const date = printDay(t, dayOf(examDate) ?? 0);
  const outcome = passed ? "passed" : "failed";
  return (
    <form action={deleteOutcomeAction} className="mt-4 grid justify-items-start gap-3 text-sm">
      <input type="hidden" name="exam" value={exam} />
      <input type="hidden" name="date" value={examDate} />
      <p>
        {score === null
          ? t("outcome.reported", { date, outcome })
          : t("outcome.reportedWithScore", { date, outcome, score: score / 100 })}
      </p>
      <StartButton slowWords={t("start.waiting")}>{t("outcome.delete")}</StartButton>
    </form>
  );
}
