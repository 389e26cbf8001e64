"use client";

import { lazy, Suspense } from "react";
import { useSession, useView } from "#components/attempt/session";
import { useWords } from "#words";
import type { SyncView } from "../sync/sync-view.ts";

/** Loaded when it is needed. The server has just answered, but a new release may have replaced the file. */
const Trouble = lazy(() => import("./save-trouble.tsx").catch(() => ({ default: Unexplained })));

function Unexplained() {
  const t = useWords();
  return <p className="rounded-lg bg-bad-soft px-4 py-2.5 text-bad">{t("saving.unexplained")}</p>;
}

/** Whether the server holds everything. */
export function SaveStatus() {
  const t = useWords();
  const { sync, isGuest } = useSession();
  const view = useView(sync);
  const saveState = isUnknown(view, isGuest) ? "failed" : view.saveState;
  return (
    <>
      <p role="status" className={saveState === "failed" ? "font-medium text-bad" : "text-muted"}>
        {saveState === "starting" ? "" : t(`saving.state-${saveState}`)}
      </p>
      <noscript className="text-muted">{t("saving.withoutScript")}</noscript>
    </>
  );
}

/** The server no longer knows the attempt or the guest: what it acknowledged before may be lost. */
function isUnknown({ trouble }: SyncView, isGuest: boolean): boolean {
  return trouble === "no-such-attempt" || (trouble === "signed-out" && isGuest);
}

/** What the learner must know or do about saving, besides waiting. Usually empty. */
export function SaveNotices() {
  const t = useWords();
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
      {view.isDurable ? null : <p className="rounded-lg bg-flag-soft px-4 py-2.5 text-flag">{t("saving.noStorage")}</p>}
    </div>
  );
}
