import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NotificationList } from "#components/notifications/notification-list";
import { Button } from "#components/ui/button";
import { currentViewer } from "#lib/auth/current-viewer";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { digestAction, markAllReadAction } from "#lib/notifications/actions";
import { listNotifications, wantsDigest } from "#lib/notifications/queries";

export const metadata: Metadata = { title: "Notifications", robots: { index: false } };

export default async function NotificationsPage() {
  const viewer = await currentViewer();
  if (viewer.member === null) redirect("/sign-in?returnTo=/notifications");
  const [notifications, isMailed] = await Promise.all([
    listNotifications(database(), viewer),
    wantsDigest(database(), viewer),
  ]);
  return (
    <div className="max-w-2xl">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Notifications</h1>
      {notifications.some((one) => !one.isRead) ? (
        <form action={markAllReadAction} className="mt-4">
          <Button>Mark all as read</Button>
        </form>
      ) : null}
      <NotificationList notifications={notifications} now={new Date()} />
      {environment().SMTP_URL === undefined ? null : (
        <form action={digestAction} className="mt-10 flex flex-wrap items-center gap-4 text-sm">
          <span className="text-muted">
            {isMailed
              ? "You get a mail a day about what is unread here."
              : "You get no mail about what is unread here."}
          </span>
          <Button name="digest" value={isMailed ? "no" : "yes"}>
            {isMailed ? "Stop mails" : "Mail me once a day"}
          </Button>
        </form>
      )}
    </div>
  );
}
