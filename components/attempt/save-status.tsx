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

const reasons: Readonly<Record<string, string>> = {
  finished: "came after the exam was submitted elsewhere",
  "too-late": "came after the time was over",
  "key-shown": "came after its key had been shown to you",
  committed: "came after the question was checked elsewhere",
  "section-closed": "came after the section had closed",
  "too-many-changes": "came after more changes than an attempt keeps",
};

const nouns: Readonly<Record<string, readonly [one: string, many: string]>> = {
  answer: ["answer", "answers"],
  flag: ["flag", "flags"],
  "rule-out": ["rule-out", "rule-outs"],
  confidence: ["mark of confidence", "marks of confidence"],
  note: ["note", "notes"],
};

/** What came to nothing, each called what it is: an answer that does not count is more than a flag that was not kept. */
function refusals({ refused }: SyncView): readonly string[] {
  return Object.entries(refused).flatMap(([reason, { answer = 0, ...marks }]) => {
    const why = reasons[reason] ?? "could not be read by the server";
    const count = Object.values(marks).reduce((sum, each) => sum + each, 0);
    const named = Object.entries(marks).map(([field, each]) => counted(each, field));
    return [
      ...(answer === 0 ? [] : [`${counted(answer, "answer")} ${why} and ${answer === 1 ? "does" : "do"} not count.`]),
      ...(count === 0 ? [] : [`${listed(named)} ${why} and ${count === 1 ? "was" : "were"} not kept.`]),
    ];
  });
}

function counted(count: number, field: string): string {
  const [one, many] = nouns[field] ?? ["change", "changes"];
  return `${count} ${count === 1 ? one : many}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
