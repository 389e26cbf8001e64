"use client";

import { lazy, Suspense } from "react";
import { useSession, useView } from "#components/attempt/session";
import type { SyncView } from "./sync/sync.ts";

const words = {
  starting: "",
  saved: "Saved",
  saving: "Saving…",
  failed: "Not saved: will retry",
} as const;

/** Brought when it is needed. The server has just answered, but a new release may have replaced the file. */
const Trouble = lazy(() => import("./save-trouble.tsx").catch(() => ({ default: Unexplained })));

function Unexplained() {
  return (
    <p className="rounded-lg bg-bad-soft px-4 py-2.5 text-bad">
      The server does not take some of your changes. Reload this page to see why; what is not saved stays on this
      device.
    </p>
  );
}

/** Whether the server holds everything. */
export function SaveStatus() {
  const { sync, isGuest } = useSession();
  const view = useView(sync);
  const saveState = isUnknown(view, isGuest) ? "failed" : view.saveState;
  return (
    <>
      <p role="status" className={saveState === "failed" ? "font-medium text-bad" : "text-muted"}>
        {words[saveState]}
      </p>
      <noscript className="text-muted">Answers are saved when you press a button.</noscript>
    </>
  );
}

/** The server does not know the attempt, or the guest, any more: what it acknowledged before it may not hold. */
function isUnknown({ trouble }: SyncView, isGuest: boolean): boolean {
  return trouble === "no-such-attempt" || (trouble === "signed-out" && isGuest);
}

/** What the learner must know or do about saving, beyond waiting. Empty on a good day. */
export function SaveNotices() {
  const { sync, isGuest } = useSession();
  const view = useView(sync);
  const isTroubled = view.trouble !== null || Object.keys(view.refused).length > 0;
  return (
    <div role="alert" className="no-print grid gap-2 text-sm empty:hidden">
      {isTroubled ? (
        <Suspense>
          <Trouble isGuest={isGuest} attemptId={sync.attemptId} view={view} />
        </Suspense>
      ) : null}
      {view.isDurable ? null : <p className="rounded-lg bg-flag-soft px-4 py-2.5 text-flag">{storageLine}</p>}
    </div>
  );
}

const storageLine =
  "This browser can’t store answers, so they are saved on the server only. Stay online and keep this page open until you see “Saved”.";
