import { Button } from "#components/ui/button";
import { discardAttemptAction } from "#lib/attempts/actions";

type DiscardButtonProps = { attemptId: string; name: string; done: number; isExam: boolean; from: "home" | "exam" };

/** Gives an attempt up. Where something was answered it asks first, in a popover that needs no script. */
export function DiscardButton({ attemptId, name, done, isExam, from }: DiscardButtonProps) {
  const hidden = (
    <>
      <input type="hidden" name="attempt" value={attemptId} />
      <input type="hidden" name="from" value={from} />
    </>
  );
  const label = (
    <>
      Discard<span className="sr-only"> {name}</span>
    </>
  );
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
        aria-label={`Discard this ${name}?`}
        className="m-auto w-[min(24rem,calc(100vw-2rem))] rounded-xl border border-muted bg-sheet p-5 text-ink shadow-xl backdrop:bg-black/40"
      >
        <p className="font-semibold">Discard this {name}?</p>
        <p className="mt-2 text-sm text-muted">
          {isExam
            ? "It gets no score, and no solution is shown for it. Your answers to it won’t count."
            : "Answers that you checked still count. The rest of the session is dropped."}
        </p>
        <form action={discardAttemptAction} className="mt-4 flex flex-wrap gap-3">
          {hidden}
          <Button look="primary">Yes, discard it</Button>
          <Button type="button" popoverTarget={id} popoverTargetAction="hide">
            Keep it
          </Button>
        </form>
      </div>
    </>
  );
}
