"use client";

import type { EntryField } from "#lib/exam/entries";
import { KeptLink } from "./kept-link.tsx";
import type { SyncView } from "./sync/sync.ts";
import type { LostReason } from "./sync/transport.ts";

type Trouble = NonNullable<SyncView["trouble"]>;
type SaveTroubleProps = { isGuest: boolean; attemptId: string; view: SyncView };

/** Why the server takes nothing, or took something not, and what this device holds meanwhile. */
export default function SaveTrouble({ isGuest, attemptId, view }: SaveTroubleProps) {
  const { trouble, registers } = view;
  const mayBeRestored = isGuest ? trouble !== null : trouble === "no-such-attempt";
  return (
    <>
      {trouble === null ? null : <Refused trouble={trouble} isGuest={isGuest} pending={view.pending} />}
      {mayBeRestored && registers.size > 0 ? (
        <p className="rounded-lg bg-flag-soft px-4 py-2.5 text-flag">
          If the server was put back to a state from before this attempt, it cannot take your answers. They stay on this
          device. <KeptLink id={attemptId} registers={[...registers.values()]} />
        </p>
      ) : null}
      {refusals(view).map((line) => (
        <p key={line} className="rounded-lg bg-flag-soft px-4 py-2.5 text-flag">
          {line}
        </p>
      ))}
    </>
  );
}

function Refused({ trouble, isGuest, pending }: { trouble: Trouble; isGuest: boolean; pending: number }) {
  const kept =
    pending === 0 ? "" : ` ${pending} unsaved ${pending === 1 ? "change stays" : "changes stay"} on this device.`;
  return (
    <p className="rounded-lg bg-bad-soft px-4 py-2.5 text-bad">
      {isGuest ? <GuestTrouble kept={kept} /> : <AccountTrouble trouble={trouble} kept={kept} />}
    </p>
  );
}

function GuestTrouble({ kept }: { kept: string }) {
  return (
    <>
      This browser no longer shows that the attempt is yours: its cookie is gone, and a guest has no account to sign in
      to.{kept} If you have signed in since in another tab, they are sent by themselves.
    </>
  );
}

function AccountTrouble({ trouble, kept }: { trouble: Trouble; kept: string }) {
  return (
    <>
      {trouble === "signed-out" ? "You are signed out." : "This attempt belongs to another account."}
      {kept}{" "}
      <a href="/sign-in?returnTo=%2F" target="_blank" rel="noreferrer" className="underline underline-offset-4">
        Sign in in a new tab
      </a>{" "}
      with the account that started it, and go on here.
    </>
  );
}

const unread = "could not be read by the server";

/** A change whose version another one took is sent again under a new version. */
const reasons: Readonly<Record<Exclude<LostReason, "version-taken">, string>> = {
  finished: "came after the exam was submitted elsewhere",
  "too-late": "came after the time was over",
  "key-shown": "came after its key had been shown to you",
  committed: "came after the question was checked elsewhere",
  "section-closed": "came after the section had closed",
  "too-many-changes": "came after more changes than an attempt keeps",
  "no-such-item": unread,
  "not-understood": unread,
};
const sentences = new Map<string, string>(Object.entries(reasons));

const nouns: Readonly<Record<Exclude<EntryField, "time">, readonly [one: string, many: string]>> = {
  answer: ["answer", "answers"],
  flag: ["flag", "flags"],
  "rule-out": ["rule-out", "rule-outs"],
  confidence: ["mark of confidence", "marks of confidence"],
  note: ["note", "notes"],
};
const names = new Map<string, readonly [string, string]>(Object.entries(nouns));

/** What came to nothing, each called what it is: an answer that does not count is more than a flag that was not kept. */
function refusals({ refused }: SyncView): readonly string[] {
  return Object.entries(refused).flatMap(([reason, { answer = 0, ...marks }]) => {
    // A server of a later release may know more reasons.
    const why = sentences.get(reason) ?? unread;
    const count = Object.values(marks).reduce((sum, each) => sum + each, 0);
    const named = Object.entries(marks).map(([field, each]) => counted(each, field));
    return [
      ...(answer === 0 ? [] : [`${counted(answer, "answer")} ${why} and ${answer === 1 ? "does" : "do"} not count.`]),
      ...(count === 0 ? [] : [`${listed(named)} ${why} and ${count === 1 ? "was" : "were"} not kept.`]),
    ];
  });
}

function counted(count: number, field: string): string {
  const [one, many] = names.get(field) ?? ["change", "changes"];
  return `${count} ${count === 1 ? one : many}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
