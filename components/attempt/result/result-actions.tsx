import { PrintButton } from "#components/attempt/result/print-button";
import { StartButton } from "#components/ui/start-button";
import { startAttemptAction } from "#lib/attempts/actions";
import type { Result } from "#lib/attempts/result-view";
import { sharedHash } from "#lib/attempts/shared-hash";
import { useWords } from "#words";

/** What to do next: practise what was missed, share the same exam, print. */
export function ResultActions({ result, isFull }: { result: Result; isFull: boolean }) {
  const t = useWords();
  const { attempt, isOffered, missed } = result;
  const { seed, plan, mode, examSlug } = attempt;
  const bank = sharedHash(plan.bankHash);
  const query = new URLSearchParams({ seed, ...(bank === null ? {} : { bank }), mode });
  if (plan.choices.timeFactor !== undefined) query.set("timeFactor", String(plan.choices.timeFactor ?? "off"));
  return (
    <div className="no-print mt-6 flex flex-wrap items-center gap-4">
      {missed === 0 ? null : (
        <form action={startAttemptAction}>
          <input type="hidden" name="exam" value={examSlug} />
          <input type="hidden" name="mode" value="drill" />
          <input type="hidden" name="missedOf" value={attempt.id} />
          <StartButton slowWords={t("start.waiting")}>{t("result.practiseMissed", { count: missed })}</StartButton>
        </form>
      )}
      {mode === "mock" && isOffered ? (
        <a
          href={`/exams/${examSlug}?${query}#replay`}
          className="inline-flex min-h-11 items-center text-sm text-accent underline underline-offset-4"
        >
          {t("result.shareExam")}
        </a>
      ) : null}
      <a
        href={isFull ? "?" : "?full=1"}
        className="inline-flex min-h-11 items-center text-sm text-accent underline underline-offset-4"
      >
        {t(isFull ? "result.backToSummary" : "result.showAll")}
      </a>
      <PrintButton>{t("result.print")}</PrintButton>
    </div>
  );
}
