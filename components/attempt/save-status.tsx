"use client";

import { useSession, useView } from "#components/attempt/session";
import type { SyncView } from "./sync.ts";

const words = {
  starting: "",
  saved: "Saved",
  saving: "Saving…",
  failed: "Not saved: will retry",
} as const;

/** Whether the server holds everything. */
export function SaveStatus() {
  const { sync } = useSession();
  const { saveState } = useView(sync);
  return (
    <>
      <p role="status" className={saveState === "failed" ? "font-medium text-bad" : "text-muted"}>
        {words[saveState]}
      </p>
      <noscript className="text-muted">Answers are saved when you press a button.</noscript>
    </>
  );
}

/** What the learner must know or do about saving, beyond waiting. Empty on a good day. */
export function SaveNotices() {
  const { sync, isGuest } = useSession();
  const view = useView(sync);
  const lines = [...refusals(view), ...(view.isDurable ? [] : [storageLine])];
  return (
    <div role="alert" className="no-print grid gap-2 text-sm empty:hidden">
      {view.trouble === null ? null : <Trouble trouble={view.trouble} isGuest={isGuest} pending={view.pending} />}
      {lines.map((line) => (
        <p key={line} className="rounded-lg bg-flag-soft px-4 py-2.5 text-flag">
          {line}
        </p>
      ))}
    </div>
  );
}

const storageLine =
  "This browser keeps nothing for us (its storage is full or blocked): answers are saved on the server only. Stay online and keep this page open until it reads “Saved”.";

type TroubleProps = { trouble: NonNullable<SyncView["trouble"]>; isGuest: boolean; pending: number };

function Trouble({ trouble, isGuest, pending }: TroubleProps) {
  const kept =
    pending === 0 ? "" : ` ${pending} unsaved ${pending === 1 ? "change stays" : "changes stay"} on this device.`;
  if (isGuest)
    return (
      <p className="rounded-lg bg-bad-soft px-4 py-2.5 text-bad">
        This browser no longer shows that the attempt is yours: its cookie is gone, and a guest has no account to sign
        in to.{kept} If you have signed in since in another tab, they are sent by themselves.
      </p>
    );
  return (
    <p className="rounded-lg bg-bad-soft px-4 py-2.5 text-bad">
      {trouble === "signed-out" ? "You are signed out." : "This attempt belongs to another account."}
      {kept}{" "}
      <a href="/sign-in?returnTo=%2F" target="_blank" rel="noreferrer" className="underline underline-offset-4">
        Sign in in a new tab
      </a>{" "}
      with the account that started it, and go on here.
    </p>
  );
}

const reasons: Readonly<Record<string, (count: string) => string>> = {
  finished: (count) => `${count} came after the exam was submitted elsewhere and do not count.`,
  "too-late": (count) => `${count} came after the time was over and do not count.`,
  committed: (count) => `${count} came after the question was checked elsewhere and do not count.`,
  "section-closed": (count) => `${count} came after the section had closed and do not count.`,
};

function refusals({ refused }: SyncView): readonly string[] {
  return Object.entries(refused).map(([reason, count]) => {
    const what = count === 1 ? "1 answer" : `${count} answers`;
    const line = reasons[reason]?.(what) ?? `${what} could not be read by the server and do not count.`;
    return count === 1 ? line.replace("do not count", "does not count") : line;
  });
}
