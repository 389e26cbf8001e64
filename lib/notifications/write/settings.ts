import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { withoutNul } from "#lib/db/keepable";
import { fail, ok, type Result } from "#lib/exam/result";
import { pathOf, tellable } from "../read/list-notifications.ts";

type Request = { readonly db: Database; readonly viewer: Viewer };

/** Marks as read what the viewer could see. Notifications that are not disclosed yet stay unread. */
export async function markAllRead({
  db,
  viewer,
  now,
}: Request & { readonly now: Date }): Promise<Result<number, "sign-in-first">> {
  const { member, learnerId } = viewer;
  if (member === null || learnerId === null) return fail("sign-in-first");
  const where = { ...tellable(member.userId, learnerId), readAt: null, createdAt: { lte: now } };
  const { count } = await db.write((tx) => tx.notification.updateMany({ where, data: { readAt: now } }));
  return ok(count);
}

/** Marks one notification as read and returns where it leads; null when the viewer has no such notification, or it leads nowhere. */
export async function openNotification(request: Request & { readonly id: string; readonly now: Date }) {
  const { db, viewer, id, now } = request;
  const { member, learnerId } = viewer;
  if (member === null || learnerId === null || !withoutNul.test(id)) return null;
  const where = { ...tellable(member.userId, learnerId), id };
  const select = { commentId: true, question: { select: { examSlug: true, name: true } } } as const;
  const found = await db.read.notification.findFirst({ where, select });
  if (found === null) return null;
  await db.write((tx) => tx.notification.updateMany({ where: { id, readAt: null }, data: { readAt: now } }));
  return found.question === null ? null : pathOf(found.question, found.commentId);
}

/** Whether the viewer gets a mail a day about what they have not read here. */
export async function setDigest({
  db,
  viewer,
  isWanted,
}: Request & { readonly isWanted: boolean }): Promise<Result<"set", "sign-in-first">> {
  if (viewer.member === null) return fail("sign-in-first");
  const { userId } = viewer.member;
  await db.write((tx) =>
    tx.user.update({ where: { id: userId }, data: { wantsDigest: isWanted }, select: { id: true } }),
  );
  return ok("set");
}
