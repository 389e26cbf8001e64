import Link from "next/link";
import { absoluteTime } from "#lib/dates/relative-age";
import { undoActAction } from "#lib/moderation/actions";
import type { LogEntry } from "#lib/moderation/read/list-reports";
import { reasonWords } from "#lib/notifications/reason-words";
import { useWords } from "#words";

/** Who did what, when and why. For 30 days each act can be undone. */
export function ModerationLog({ entries }: { entries: readonly LogEntry[] }) {
  const t = useWords();
  if (entries.length === 0) return <p className="mt-3 text-sm text-muted">{t("moderation.nothingDone")}</p>;
  return (
    <ol className="mt-4">
      {entries.map((entry) => (
        <li key={entry.id} className="flex flex-wrap items-center gap-x-3 border-t border-line py-2 text-sm">
          <time dateTime={entry.at.toISOString()} className="text-muted tabular-nums">
            {absoluteTime(t, entry.at)}
          </time>
          <span>
            {t.rich(`moderation.did-${entry.act}`, {
              b: (text) => <b className="font-semibold">{text}</b>,
              by: entry.by ?? t("moderation.byReports"),
              known: entry.whom === null ? "no" : "yes",
              whom: entry.whom ?? "",
              reason: reasonWords(t, entry.reason),
            })}
          </span>
          {entry.commentId === null ? null : (
            <Link
              href={`/moderation/comments/${entry.commentId}`}
              prefetch={false}
              className="text-accent underline underline-offset-4"
            >
              {t("moderation.comment")}
            </Link>
          )}
          {entry.undoneAt === null ? null : (
            <span className="text-flag">{t("moderation.undone", { time: absoluteTime(t, entry.undoneAt) })}</span>
          )}
          {entry.mayUndo ? (
            <form action={undoActAction}>
              <input type="hidden" name="id" value={entry.id} />
              <button type="submit" className="min-h-11 underline underline-offset-4">
                {t("moderation.undo")}
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
