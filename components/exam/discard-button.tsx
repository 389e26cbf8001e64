import { Button } from "#components/ui/button";
import { discardAttemptAction } from "#lib/attempts/actions";
import type { AttemptMode } from "#lib/attempts/plan";
import { useWords } from "#words";

type DiscardButtonProps = {
  attemptId: string;
  mode: AttemptMode;
  done: number;
  isExam: boolean;
  from: "home" | "exam";
};

/** Discards an attempt. If something was answered, it asks for confirmation first, in a popover that needs no script. */
export function DiscardButton({ attemptId, mode, done, isExam, from }: DiscardButtonProps) {
  const t = useWords();
  const hidden = (
    <>
      <input type="hidden" name="attempt" value={attemptId} />
      <input type="hidden" name="from" value={from} />
    </>
  );
  const label = t.rich("exam.discard", { mode, hidden: (text) => <span className="sr-only">{text}</span> });
  if (done === 0)
    return (
      <form action={discardAttemptAction}>
        {hidden}
        <Button look="quiet">{label}</Button>
      </form>
    );
  const id = `discard-${attemptId}`;
  return (
    <>
      <Button type="button" look="quiet" popoverTarget={id}>
        {label}
      </Button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t("exam.discardThis", { mode })}
        className="m-auto w-[min(24rem,calc(100vw-2rem))] rounded-xl border border-muted bg-sheet p-5 text-ink shadow-xl backdrop:bg-black/40"
      >
        <p className="font-semibold">{t("exam.discardThis", { mode })}</p>
        <p className="mt-2 text-sm text-muted">{t(isExam ? "exam.discardExam" : "exam.discardSession")}</p>
        <form action={discardAttemptAction} className="mt-4 flex flex-wrap gap-3">
          {hidden}
          <Button look="danger">{t("exam.discardYes")}</Button>
          <Button type="button" popoverTarget={id} popoverTargetAction="hide">
            {t("exam.keep")}
          </Button>
        </form>
      </div>
    </>
  );
}
