import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { fail, ok, type Result } from "#lib/exam/result";
import { tellable } from "../read/list-notifications.ts";

type Request = { readonly db: Database; readonly viewer: Viewer };

/** Marks as read what the viewer could see. What still waits for a disclosure stays unread. */
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
