import { randomUUID } from "node:crypto";
import { bulkUpsert } from "#lib/db/bulk-upsert";
import type { Database, Tx } from "#lib/db/database";

export const notificationKinds = [
  "reply",
  "mention",
  "verdict",
  "key-changed",
  "dispute-settled",
  "warning",
  "suspended",
  "taken-back",
  "hidden",
  "restored",
  "suggestion-published",
  "suggestion-declined",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export interface NewNotification {
  readonly userId: string;
  readonly kind: NotificationKind;
  readonly questionId: string | null;
  readonly commentId: string | null;
  readonly text: string;
  /** The same cause notifies once, however often it is reported. */
  readonly cause: string;
}

/** Notifies people of what the transaction did; notifications that they have already are left alone. */
export async function notify(db: Database, tx: Tx, news: readonly NewNotification[], now: Date): Promise<void> {
  if (news.length === 0) return;
  const rows = news.map((one) => ({ ...one, id: randomUUID(), createdAt: now }));
  await tx.$executeRaw(
    bulkUpsert(db.provider, {
      table: "Notification",
      columns: {
        id: "text",
        userId: "text",
        kind: "text",
        questionId: "text",
        commentId: "text",
        text: "text",
        cause: "text",
        createdAt: "timestamp",
      },
      rows,
      existing: "keep",
      key: ["cause"],
    }),
  );
}
