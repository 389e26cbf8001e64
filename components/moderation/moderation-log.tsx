import Link from "next/link";
import { absoluteTime } from "#lib/dates/relative-age";
import { undoActAction } from "#lib/moderation/actions";
import type { LogEntry } from "#lib/moderation/read/list-acts";
import { reasonWords } from "#lib/notifications/reason-words";
import { useWords } from "#words";

/** Who did what, when and why. Each action can be undone for 30 days. */
export function ModerationLog({ entries }: { entries: readonly LogEntry[] }) {
  const t = useWords();
  if (entries.length === 0) return <p className="mt-3 text-sm text-muted">{t("moderation.nothingDone")}</p>;
  return (
    <ol className="mt-4">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className="grid items-center gap-x-4 border-line border-t py-2 text-sm sm:grid-cols-[17rem_1fr_auto]"
        >
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
            {entry.undoneAt === null ? null : (
              <span className="block text-flag">
                {t("moderation.undone", { time: absoluteTime(t, entry.undoneAt) })}
              </span>
            )}
          </span>
          <span className="flex items-center gap-x-4">
            {entry.commentId === null ? null : (
              <Link
                href={`/moderation/comments/${entry.commentId}`}
                prefetch={false}
                className="text-accent underline underline-offset-4"
              >
                {t("moderation.comment")}
              </Link>
            )}
            {entry.mayUndo ? (
              <form action={undoActAction}>
                <input type="hidden" name="id" value={entry.id} />
                <button type="submit" className="min-h-11 underline underline-offset-4">
                  {t("moderation.undo")}
                </button>
              </form>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
