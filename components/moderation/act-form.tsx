"use client";

import { useActionState } from "react";
import { SubmitButton } from "#components/ui/submit-button";
import { type ActFormState, moderateAction } from "#lib/moderation/actions";

const acts = [
  ["hide", "Hide"],
  ["restore", "Restore"],
  ["dismiss", "Dismiss reports"],
  ["lock", "Lock thread"],
  ["unlock", "Unlock thread"],
  ["pin", "Pin"],
  ["unpin", "Unpin"],
  ["mark", "Mark as answered by the authors"],
  ["unmark", "Remove the authors’ mark"],
  ["warn", "Warn the author"],
  ["suspend", "Suspend the author"],
  ["lift", "Lift the suspension"],
] as const;

const untouched: ActFormState = { message: null, isDone: false, act: "hide", days: "7", reason: "" };

/** Every act wants a reason, which is kept in the log. */
export function ActForm({ commentId }: { commentId: string }) {
  const [state, act, isPending] = useActionState(moderateAction, untouched);
  return (
    <form action={act} className="mt-4 grid gap-3 border-t border-line pt-4 text-sm">
      <input type="hidden" name="comment" value={commentId} />
      {/* Made anew with what was refused: React's reset of a form would go back to the first act. */}
      <ActFields key={`${state.act} ${state.days} ${state.reason}`} state={state} />
      <p role="alert" className="text-bad empty:hidden">
        {state.message}
      </p>
      <p role="status" className="text-good empty:hidden">
        {state.isDone ? "Done. It is in the log." : null}
      </p>
      <div>
        <SubmitButton isPending={isPending}>Apply</SubmitButton>
      </div>
    </form>
  );
}

export function ActFields({ state }: { state: ActFormState }) {
  return (
    <>
      <div className="flex flex-wrap gap-4">
        <label className="grid gap-1">
          Action
          <select name="act" defaultValue={state.act} className="min-h-11 rounded-lg border border-edge bg-sheet px-2">
            {acts.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1">
          Days of suspension
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
        Reason
        <input
          name="reason"
          defaultValue={state.reason}
          required
          minLength={3}
          maxLength={1000}
          className="min-h-11 rounded-lg border border-edge bg-sheet px-3"
        />
      </label>
    </>
  );
}
