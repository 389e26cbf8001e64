"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";
import { type ActFormState, moderateAction } from "#lib/moderation/actions";
import { acts } from "#lib/moderation/acts";
import { useWords } from "#words";

const longestReason = 1_000;

const untouched: ActFormState = { refusal: null, isDone: false, act: "hide", days: "7", reason: "" };

/** Every act wants a reason, which is kept in the log. */
export function ActForm({ commentId }: { commentId: string }) {
  const t = useWords();
  const [state, act, isPending] = useActionState(moderateAction, untouched);
  return (
    <form action={act} className="mt-4 grid gap-3 border-t border-line pt-4 text-sm">
      <input type="hidden" name="comment" value={commentId} />
      {/* Made anew with what was refused: React's reset of a form would go back to the first act. */}
      <ActFields key={`${state.act} ${state.days} ${state.reason}`} state={state} />
      <p role="alert" className="text-bad empty:hidden">
        {state.refusal === null ? null : t(`moderation.refused-${state.refusal}`, { most: longestReason })}
      </p>
      <p role="status" className="text-good empty:hidden">
        {state.isDone ? t("moderation.done") : null}
      </p>
      <div>
        <SubmitButton isPending={isPending}>{t("moderation.apply")}</SubmitButton>
      </div>
    </form>
  );
}

export function ActFields({ state }: { state: ActFormState }) {
  const t = useWords();
  return (
    <>
      <div className="flex flex-wrap gap-4">
        <label className="grid gap-1">
          {t("moderation.action")}
          <select name="act" defaultValue={state.act} className="min-h-11 rounded-lg border border-edge bg-sheet px-2">
            {acts.map((act) => (
              <option key={act} value={act}>
                {t(`moderation.act-${act}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1">
          {t("moderation.days")}
          <input
            name="days"
            type="number"
            min={1}
            max={365}
            defaultValue={state.days}
            className="min-h-11 w-28 rounded-lg border border-edge bg-sheet px-2"
          />
        </label>
      </div>
      <label className="grid gap-1">
        {t("moderation.reason")}
        <input
          name="reason"
          defaultValue={state.reason}
          required
          minLength={3}
          maxLength={longestReason}
          className="min-h-11 rounded-lg border border-edge bg-sheet px-3"
        />
      </label>
    </>
  );
}
