import { deletedName } from "#lib/auth/reserved-names";
import type { Viewer } from "#lib/auth/viewer";
import type { Database, Tx } from "#lib/db/database";
import { deleteCommentsOf } from "#lib/discussion/write/delete-comments-of";
import { fail, ok, type Result } from "#lib/exam/result";
import { confirmPassword, type PasswordRefusal } from "./change-account.ts";
import { eraseLearner } from "./erase-learner.ts";

/**
 * Deletes an account. What it did as a learner is removed. Its comments stay in their threads under `deletedName`, or
 * lose their text too. Its votes stay, without a name. The row itself stays, emptied, because other people replied to
 * it. If it is killed in between, some comments are deleted, and it can be called again.
 */
export async function deleteAccount(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly password: string;
  readonly sessionId: string | null;
  readonly comments: "keep" | "erase";
  readonly now: Date;
}): Promise<Result<"deleted", PasswordRefusal>> {
  const { db, comments, now } = request;
  const confirmed = await confirmPassword(request);
  if (!confirmed.ok) return confirmed;
  const { userId, email } = confirmed.value;
  if (comments === "erase") await deleteCommentsOf(db, userId, now);
  await db.write(async (tx) => {
    const { learnerId } = await anonymise(tx, userId, now);
    await tx.verification.deleteMany({ where: { identifier: email } });
    if (comments === "erase") await eraseTexts(tx, userId);
    await eraseLearner(tx, learnerId);
  });
  return ok("deleted");
}

async function anonymise(tx: Tx, userId: string, now: Date) {
  const data = {
    name: deletedName,
    email: `${userId}@deleted.invalid`,
    emailVerified: false,
    twoFactorEnabled: false,
    image: null,
    handle: "",
    role: "member",
    wantsDigest: false,
    updatedAt: now,
  };
  const user = await tx.user.update({ where: { id: userId }, data, select: { learnerId: true } });
  await tx.session.deleteMany({ where: { userId } });
  await tx.account.deleteMany({ where: { userId } });
  await tx.twoFactor.deleteMany({ where: { userId } });
  await tx.passkey.deleteMany({ where: { userId } });
  await tx.mailToken.deleteMany({ where: { userId } });
  await tx.notification.deleteMany({ where: { userId } });
  await tx.threadMute.deleteMany({ where: { userId } });
  await tx.suggestion.deleteMany({ where: { proposerId: userId } });
  // Notifications about this person's comments contain the name.
  await tx.$executeRaw`
    UPDATE "Notification" SET "text" = ${deletedName} WHERE "kind" IN ('reply', 'mention')
    AND "commentId" IN (SELECT "id" FROM "Comment" WHERE "authorId" = ${userId})`;
  return user;
}

async function eraseTexts(tx: Tx, authorId: string): Promise<void> {
  // Prisma's own statement for this reads every row of the table.
  await tx.$executeRaw`
    DELETE FROM "CommentEdit" WHERE "commentId" IN (SELECT "id" FROM "Comment" WHERE "authorId" = ${authorId})`;
  const where = { authorId, state: { not: "shown" } };
  await tx.comment.updateMany({
    where,
    data: { markdown: "", html: "", textHash: "", optionIds: null, eraseAt: null },
  });
}

/** Removes what a guest did on this device. An account is deleted by `deleteAccount`. */
export async function deleteGuest(db: Database, viewer: Viewer): Promise<Result<"deleted", "no-guest">> {
  const { learnerId, member } = viewer;
  if (learnerId === null || member !== null) return fail("no-guest");
  return db.write(async (tx) => {
    await tx.learner.update({ where: { id: learnerId }, data: { settings: "{}" }, select: { id: true } });
    if ((await tx.user.count({ where: { learnerId } })) > 0) return fail("no-guest");
    await eraseLearner(tx, learnerId);
    await tx.learner.delete({ where: { id: learnerId }, select: { id: true } });
    return ok("deleted");
  });
}
