"use client";

import { useActionState } from "react";
import { NoDefaultButton } from "#components/no-default-button";
import { FormMessage } from "#components/ui/form-message";
import { SubmitButton } from "#components/ui/submit-button";
import { type ActFormState, untouchedAct } from "#lib/moderation/act-form-state";
import { moderateAction } from "#lib/moderation/actions";
import { type Act, actsOn } from "#lib/moderation/acts";
import { useWords } from "#words";

const longestReason = 1_000;
const targets = ["comment", "discussion", "author"] as const;

type ActFormProps = {
  commentId: string;
  possible: readonly Act[];
  /** What was written here before its author had to sign in again, if they have no script. */
  unsent?: Pick<ActFormState, "days" | "reason"> | null;
};

/** A button for each action that is possible now. Every action needs a reason, which is kept in the log. */
export function ActForm({ commentId, possible, unsent = null }: ActFormProps) {
  const t = useWords();
  const [state, act, isPending] = useActionState(moderateAction, { ...untouchedAct, ...unsent });
  return (
    <form
      action={act}
      className="mt-4 grid grid-cols-1 content-start gap-4 border-line border-t pt-4 text-sm lg:mt-0 lg:border-s lg:border-t-0 lg:ps-8 lg:pt-0"
    >
      <NoDefaultButton />
      <input type="hidden" name="comment" value={commentId} />
      <label className="grid grid-cols-1 gap-1">
        {t("moderation.reason")}
        <input
          // Rendered again with what was refused: React's reset of a form would empty it.
          key={state.reason}
          name="reason"
          defaultValue={state.reason}
          required
          minLength={3}
          maxLength={longestReason}
          className="min-h-11 rounded-lg border border-edge bg-sheet px-3"
        />
      </label>
      {targets.map((target) => {
        const own = possible.filter((one) => actsOn[target].some((known) => known === one));
        return own.length === 0 ? null : (
          <fieldset key={target} className="flex flex-wrap items-end gap-2">
            <legend className="mb-1.5 text-muted">{t(`moderation.on-${target}`)}</legend>
            {own.map((one) => (
              <SubmitButton key={one} name="act" value={one} isPending={isPending}>
                {t(`moderation.act-${one}`)}
              </SubmitButton>
            ))}
            {own.includes("suspend") ? <Days key={state.days} days={state.days} /> : null}
          </fieldset>
        );
      })}
      <FormMessage of="refusal">
        {state.refusal === null ? null : t(`moderation.refused-${state.refusal}`, { most: longestReason })}
      </FormMessage>
      <FormMessage of="success">{state.isDone ? t("moderation.done") : null}</FormMessage>
    </form>
  );
}

function Days({ days }: { days: string }) {
  const t = useWords();
  return (
    <label className="flex flex-wrap items-center gap-2">
      {t("moderation.days")}
      <input
        name="days"
        type="number"
        min={1}
        max={365}
        defaultValue={days}
        className="min-h-11 w-20 rounded-lg border border-edge bg-sheet px-2"
      />
    </label>
  );
}
