import { randomUUID } from "node:crypto";
import { standingToServe } from "#lib/attempts/read/standing";
import { roleMay } from "#lib/auth/role";
import type { Viewer } from "#lib/auth/viewer";
import type { Database, Tx } from "#lib/db/database";
import { mayDisclose } from "#lib/exam/disclosure";
import { fail, ok, type Result } from "#lib/exam/result";
import { type Reporter, reportWeight, weightToHide } from "#lib/moderation/report-weight";
import { hideComment } from "#lib/moderation/write/hide-comment";
import { reasonOfReports } from "#lib/notifications/reason-words";
import { dayMs } from "../post-limits.ts";
import type { ReportReason } from "../schema.ts";
import { lockThread } from "./answer-votes.ts";
import { isSuspended, lockPerson } from "./check-limits.ts";

const reportsPerDay = 20;

export type ReportRefusal = "sign-in-first" | "no-such-comment" | "own-comment" | "enough-today" | "suspended";

/**
 * Reports a comment to the moderators. Reporting it again changes nothing. Enough reports hide it until a moderator has
 * looked, but never comments by moderators and administrators.
 */
export async function reportComment(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly commentId: string;
  readonly reason: ReportReason;
  readonly detail: string;
  readonly now: Date;
}): Promise<Result<"reported", ReportRefusal>> {
  const { db, viewer, commentId, reason, detail, now } = request;
  const { member } = viewer;
  if (member === null) return fail("sign-in-first");
  const comment = await db.read.comment.findUnique({
    where: { id: commentId },
    select: { questionId: true, authorId: true },
  });
  if (comment === null || !mayDisclose(await standingToServe(db, viewer, comment.questionId, now)))
    return fail("no-such-comment");
  if (comment.authorId === member.userId) return fail("own-comment");
  return db.write(async (tx) => {
    if (isSuspended(await lockPerson(tx, member), now)) return fail("suspended");
    const since = new Date(now.getTime() - dayMs);
    const sent = await tx.report.count({ where: { reporterId: member.userId, createdAt: { gt: since } } });
    if (sent >= reportsPerDay) return fail("enough-today");
    await lockThread(tx, comment.questionId);
    const key = { commentId, reporterId: member.userId };
    await tx.report.upsert({
      where: { commentId_reporterId: key },
      create: { id: randomUUID(), ...key, reason, detail, createdAt: now },
      update: {},
      select: { id: true },
    });
    if (await isOfStaff(tx, comment.authorId)) return ok("reported");
    const reporters = await listReporters(tx, commentId, now);
    if (reportWeight(reporters) >= weightToHide)
      await hideComment(db, tx, {
        commentId,
        moderatorId: null,
        reason: reasonOfReports(reporters.length),
        now,
      });
    return ok("reported");
  });
}

async function isOfStaff(tx: Tx, authorId: string | null): Promise<boolean> {
  if (authorId === null) return false;
  const author = await tx.user.findUniqueOrThrow({ where: { id: authorId }, select: { role: true } });
  return roleMay(author.role, "moderate");
}

/** Who reported the comment, in reports that nobody has decided. */
async function listReporters(tx: Tx, commentId: string, now: Date): Promise<readonly Reporter[]> {
  const open = await tx.report.findMany({
    where: { commentId, verdict: null },
    select: { reporter: { select: { createdAt: true, emailVerified: true, learnerId: true } } },
  });
  const learnerIds = open.map(({ reporter }) => reporter.learnerId);
  const finished = await tx.attempt.groupBy({
    by: ["learnerId"],
    where: { learnerId: { in: learnerIds }, finishedBy: { in: ["learner", "deadline"] } },
    _count: true,
  });
  const attempts = new Map(finished.map(({ learnerId, _count }) => [learnerId, _count]));
  return open.map(({ reporter }) => ({
    ageMs: now.getTime() - reporter.createdAt.getTime(),
    isVerified: reporter.emailVerified,
    finishedAttempts: attempts.get(reporter.learnerId) ?? 0,
  }));
}
