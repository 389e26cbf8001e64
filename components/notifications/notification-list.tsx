import Link from "next/link";
import { absoluteTime, relativeAge } from "#lib/dates/relative-age";
import { notificationSentence } from "#lib/notifications/notification-sentence";
import type { NotificationView } from "#lib/notifications/read/list-notifications";

type NotificationListProps = { notifications: readonly NotificationView[]; now: Date; zone: string };

/** What happened, newest first; unread ones are marked in words, not by colour alone. */
export function NotificationList({ notifications, now, zone }: NotificationListProps) {
  if (notifications.length === 0) return <p className="mt-6 text-sm text-muted">No notifications yet.</p>;
  return (
    <ol className="mt-6">
      {notifications.map(({ id, isRead, createdAt, path, ...rest }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-3">
          {isRead ? null : <b className="text-sm font-semibold text-accent">New</b>}
          {path === null ? (
            <span>{notificationSentence(rest)}</span>
          ) : (
            <Link href={path} prefetch={false} className="underline underline-offset-4">
              {notificationSentence(rest)}
            </Link>
          )}
          <time dateTime={createdAt.toISOString()} title={absoluteTime(createdAt, zone)} className="text-sm text-muted">
            {relativeAge(createdAt, now)}
          </time>
        </li>
      ))}
    </ol>
  );
}
