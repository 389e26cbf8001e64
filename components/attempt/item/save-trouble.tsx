"use client";

import { listText } from "#lib/dates/list-text";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";
import { KeptLink } from "../kept/kept-link.tsx";
import type { SyncView } from "../sync/sync-view.ts";

type Trouble = NonNullable<SyncView["trouble"]>;
type SaveTroubleProps = { isGuest: boolean; attemptId: string; view: SyncView };

/** Why the server accepts nothing, or did not accept something, and what this device holds meanwhile. */
export default function SaveTrouble({ isGuest, attemptId, view }: SaveTroubleProps) {
  const t = useWords();
  const { trouble, registers } = view;
  const mayBeRestored = isGuest ? trouble !== null : trouble === "no-such-attempt";
  return (
    <>
      {trouble === null ? null : <Refused trouble={trouble} isGuest={isGuest} pending={view.pending} />}
      {mayBeRestored && registers.size > 0 ? (
        <p className="rounded-lg bg-flag-soft px-4 py-2.5 text-flag">
          {t("trouble.putBack")} <KeptLink id={attemptId} registers={[...registers.values()]} />
        </p>
      ) : null}
      {refusals(t, view).map((line) => (
        <p key={line} className="rounded-lg bg-flag-soft px-4 py-2.5 text-flag">
          {line}
        </p>
      ))}
    </>
  );
}

function Refused({ trouble, isGuest, pending }: { trouble: Trouble; isGuest: boolean; pending: number }) {
  const t = useWords();
  const kept = pending === 0 ? "" : ` ${t("trouble.pending", { count: pending })}`;
  return (
    <p className="rounded-lg bg-bad-soft px-4 py-2.5 text-bad">
      {isGuest
        ? t("trouble.guestTrouble")
        : t.rich(trouble === "signed-out" ? "trouble.signedOut" : "trouble.otherAccount", {
            link: (text) => (
              <a href="/sign-in?returnTo=%2F" target="_blank" rel="noreferrer" className="underline underline-offset-4">
                {text}
              </a>
            ),
          })}
      {kept}
    </p>
  );
}

/**
 * The changes that were lost, each named correctly: an answer that does not count matters more than a flag that was not
 * saved.
 */
function refusals(t: Words, { refused }: SyncView): readonly string[] {
  return Object.entries(refused).flatMap(([reason, { answer = 0, ...marks }]) => {
    const count = Object.values(marks).reduce((sum, each) => sum + each, 0);
    const named = Object.entries(marks).map(([field, each]) => t("trouble.lostField", { field, count: each }));
    return [
      ...(answer === 0 ? [] : [t("trouble.lostAnswers", { count: answer, reason })]),
      ...(count === 0 ? [] : [t("trouble.lostMarks", { what: listText(t, named), count, reason })]),
    ];
  });
}
