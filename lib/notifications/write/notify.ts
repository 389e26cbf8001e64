import { randomUUID } from "node:crypto";
import type { Database, Tx } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";

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
  const source = jsonRows(
    db.provider,
    {
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
  );
  // WHERE TRUE keeps SQLite from reading ON as the condition of a join.
  await tx.$executeRaw`
    INSERT INTO "Notification" ("id", "userId", "kind", "questionId", "commentId", "text", "cause", "createdAt")
    SELECT rows."id", rows."userId", rows."kind", rows."questionId", rows."commentId", rows."text", rows."cause", rows."createdAt"
    FROM ${source} WHERE TRUE ON CONFLICT ("cause") DO NOTHING`;
}
