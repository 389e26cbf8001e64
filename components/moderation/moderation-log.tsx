import Link from "next/link";
import { absoluteTime } from "#lib/dates/relative-age";
import { undoActAction } from "#lib/moderation/actions";
import type { LogEntry } from "#lib/moderation/read/list-reports";
import { useWords } from "#words";

const deeds: Readonly<Record<string, string>> = {
  hide: "hid a comment",
  restore: "restored a comment",
  dismiss: "dismissed the reports on a comment",
  lock: "locked the thread of a comment",
  unlock: "unlocked the thread of a comment",
  pin: "pinned a comment",
  unpin: "unpinned a comment",
  mark: "put the authors’ mark on a comment",
  unmark: "took the authors’ mark from a comment",
  warn: "warned",
  suspend: "suspended",
  lift: "lifted the suspension",
};

function sentenceOf({ act, whom }: LogEntry): string {
  const link = act === "warn" || act === "suspend" ? "" : " of";
  return `${deeds[act] ?? act}${whom === null ? "" : `${link} ${whom}`}`;
}

/** Who did what, when and why. For 30 days each act can be undone. */
export function ModerationLog({ entries }: { entries: readonly LogEntry[] }) {
  const t = useWords();
  if (entries.length === 0) return <p className="mt-3 text-sm text-muted">Nothing was done yet.</p>;
  return (
    <ol className="mt-4">
      {entries.map((entry) => (
        <li key={entry.id} className="flex flex-wrap items-center gap-x-3 border-t border-line py-2 text-sm">
          <time dateTime={entry.at.toISOString()} className="text-muted tabular-nums">
            {absoluteTime(t, entry.at)}
          </time>
          <span>
            <b className="font-semibold">{entry.by}</b> {sentenceOf(entry)}: “{entry.reason}”
          </span>
          {entry.commentId === null ? null : (
            <Link
              href={`/moderation/comments/${entry.commentId}`}
              prefetch={false}
              className="text-accent underline underline-offset-4"
            >
              Comment
            </Link>
          )}
          {entry.undoneAt === null ? null : <span className="text-flag">undone {absoluteTime(t, entry.undoneAt)}</span>}
          {entry.mayUndo ? (
            <form action={undoActAction}>
              <input type="hidden" name="id" value={entry.id} />
              <button type="submit" className="min-h-11 underline underline-offset-4">
                Undo
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
