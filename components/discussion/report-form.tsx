"use client";

import Link from "next/link";
import { useActionState } from "react";
import { Button } from "#components/ui/button";
import { reportAction } from "#lib/discussion/actions";
import type { ReportReason } from "#lib/discussion/schema";

const reasons: Readonly<Record<ReportReason, string>> = {
  spam: "Advertising or spam",
  abuse: "Insults or harasses somebody",
  spoiler: "Gives away other questions",
  "wrong-place": "Has nothing to do with this question",
  copied: "Copied from a protected source",
  other: "Something else",
};

/** Tells the moderators what is wrong with a comment. */
export function ReportForm({ commentId, cancelTo }: { commentId: string; cancelTo: string }) {
  const [state, send, isPending] = useActionState(reportAction, { message: null, isSent: false });
  if (state.isSent)
    return (
      <p role="status" className="mt-2 text-sm text-good">
        Thank you: a moderator will look at it, and you will be told.
      </p>
    );
  return (
    <form action={send} className="mt-2 grid gap-2 rounded-lg border border-line p-3 text-sm">
      <input type="hidden" name="comment" value={commentId} />
      <label className="grid gap-1">
        Reason
        <select name="reason" className="min-h-11 rounded-lg border border-edge bg-sheet px-2">
          {Object.entries(reasons).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        Details
        <textarea name="detail" rows={2} maxLength={1000} className="rounded-lg border border-edge bg-sheet p-2" />
      </label>
      <p role="alert" className="text-bad empty:hidden">
        {state.message}
      </p>
      <div className="flex items-center gap-4">
        <Button aria-disabled={isPending}>Send report</Button>
        <Link href={cancelTo} prefetch={false} scroll={false} className="py-3 text-muted underline underline-offset-4">
          Cancel
        </Link>
      </div>
    </form>
  );
}
