import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { FocusSection } from "#components/focus-section";
import { DigestForm } from "#components/notifications/digest-form";
import { NotificationList } from "#components/notifications/notification-list";
import { Button } from "#components/ui/button";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";
import { markAllReadAction } from "#lib/notifications/actions";
import { listNotifications, wantsDigest } from "#lib/notifications/read/list-notifications";

import { currentWords } from "#lib/settings/read/current-words";
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("notifications.title"), robots: { index: false } };
}

export default async function NotificationsPage() {
  const [viewer, t] = [await currentViewer(), await currentWords()];
  if (viewer.member === null) redirect("/sign-in?returnTo=/notifications");
  const [notifications, isMailed] = await Promise.all([
    listNotifications(database(), viewer),
    wantsDigest(database(), viewer),
  ]);
  return (
    <FocusSection labelledBy="notifications" className="max-w-3xl">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
        <h1 id="notifications" className="font-serif text-3xl font-semibold tracking-tight">
          {t("notifications.title")}
        </h1>
        {notifications.some((one) => !one.isRead) ? (
          <form action={markAllReadAction}>
            <Button>{t("notifications.markAll")}</Button>
          </form>
        ) : null}
      </div>
      <NotificationList notifications={notifications} now={new Date()} />
      {environment().SMTP_URL === undefined ? null : (
        <div className="mt-10">
          <DigestForm isMailed={isMailed} />
        </div>
      )}
    </FocusSection>
  );
}
