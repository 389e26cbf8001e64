import { absoluteTime, relativeAge } from "#lib/dates/relative-age";
import { languageMarks } from "#lib/exam/language-marks";
import { notificationSentence } from "#lib/notifications/notification-sentence";
import type { NotificationView } from "#lib/notifications/read/list-notifications";
import { useWords } from "#words";

type NotificationListProps = { notifications: readonly NotificationView[]; now: Date };

/** What happened, newest first; unread ones are marked in words, not by colour alone. */
export function NotificationList({ notifications, now }: NotificationListProps) {
  const t = useWords();
  if (notifications.length === 0) return <p className="mt-6 text-sm text-muted">{t("notifications.none")}</p>;
  return (
    <ol className="mt-6">
      {notifications.map(({ id, isRead, createdAt, stem, language, ...rest }) => (
        <li key={id} className="grid gap-1 border-t border-line py-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            {stem === null ? (
              <span>{notificationSentence(t, rest)}</span>
            ) : (
              // Not a link within the app: opening it is what marks it as read.
              <a href={`/notifications/${id}`} className="underline underline-offset-4">
                {notificationSentence(t, rest)}
              </a>
            )}
            <time dateTime={createdAt.toISOString()} title={absoluteTime(t, createdAt)} className="text-sm text-muted">
              {relativeAge(t, createdAt, now)}
            </time>
            {isRead ? null : (
              <b className="rounded-full bg-accent-soft px-2 py-0.5 font-semibold text-accent text-xs">
                {t("notifications.new")}
              </b>
            )}
          </p>
          {stem === null ? null : (
            <p className="line-clamp-2 font-serif text-muted" {...languageMarks(language)}>
              {stem}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
