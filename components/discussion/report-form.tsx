"use client";

import Link from "next/link";
import { useActionState } from "react";
import { signInBeside } from "#components/account/sign-in-beside";
import { Button } from "#components/ui/button";
import { FormMessage } from "#components/ui/form-message";
import { reportAction } from "#lib/discussion/actions";
import type { ReportReason } from "#lib/discussion/schema";
import { useWords } from "#words";
import type { ThreadContext } from "./thread-context.ts";

const reasons = [
  "spam",
  "abuse",
  "spoiler",
  "wrong-place",
  "copied",
  "other",
] as const satisfies readonly ReportReason[];
const longestDetail = 1_000;

type ReportFormProps = { commentId: string; cancelTo: string; unsent: ThreadContext["unsentReport"] };

/** Reports a comment to the moderators. */
export function ReportForm({ commentId, cancelTo, unsent }: ReportFormProps) {
  const t = useWords();
  const [state, send, isPending] = useActionState(reportAction, { refusal: null, isSent: false });
  if (state.isSent)
    return (
      <p role="status" className="mt-2 text-sm text-good">
        {t("thread.reported")}
      </p>
    );
  return (
    <form action={send} className="mt-2 grid grid-cols-1 gap-2 rounded-lg border border-line p-3 text-sm">
      <input type="hidden" name="comment" value={commentId} />
      <label className="grid grid-cols-1 gap-1">
        {t("thread.reason")}
        <select
          name="reason"
          defaultValue={unsent?.reason}
          // biome-ignore lint/a11y/noAutofocus: the reader has just asked for this form
          autoFocus
          className="min-h-11 min-w-0 rounded-lg border border-edge bg-sheet px-2"
        >
          {reasons.map((reason) => (
            <option key={reason} value={reason}>
              {t(`thread.reason-${reason}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        {t("thread.details")}
        <textarea
          name="detail"
          rows={2}
          maxLength={longestDetail}
          defaultValue={unsent?.detail}
          className="rounded-lg border border-edge bg-sheet p-2"
        />
      </label>
      <FormMessage of="refusal">
        {state.refusal === null
          ? null
          : t.rich(`thread.report-refused-${state.refusal}`, { most: longestDetail, link: signInBeside })}
      </FormMessage>
      <div className="flex flex-wrap items-center gap-x-4">
        <Button aria-disabled={isPending}>{t("thread.sendReport")}</Button>
        <Link href={cancelTo} prefetch={false} scroll={false} className="py-3 text-muted underline underline-offset-4">
          {t("thread.cancel")}
        </Link>
      </div>
    </form>
  );
}
