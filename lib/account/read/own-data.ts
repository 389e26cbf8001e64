import { recordServedKeys } from "#lib/attempts/write/served-keys";
import { readLearnerSettings } from "#lib/auth/learner-settings";
import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { tellable } from "#lib/notifications/read/list-notifications";
import { closedQuestions } from "#lib/review/read/closed-questions";
import { sealedAttempts } from "#lib/review/read/sealed-attempts";
import { ownAttempts, parsed } from "./own-attempts.ts";
import { ownComments } from "./own-comments.ts";

/**
 * Everything that is stored about the viewer, as it is stored, without keys and explanations; what an answer was
 * worth is left out while an exam with its question is in progress, and so is a score that it is part of. A notification that
 * waits for a disclosure waits here too. A wording is named by its number, because the id of a revision is a hash that the
 * key goes into. Null for a visitor who has done nothing.
 */
export async function getOwnData(db: Database, { learnerId, member }: Viewer, now: Date): Promise<object | null> {
  if (learnerId === null) return null;
  // What each answer was worth says whether it was right.
  await recordServedKeys({ db, learnerId, questionIds: "all", now });
  const [learner, person] = await Promise.all([
    learnerData(db, learnerId),
    member === null ? null : personData(db, member.userId, learnerId),
  ]);
  return { madeAt: now, account: person, ...learner };
}

async function learnerData(db: Database, learnerId: string) {
  const [learner, firstAnswers, cards, closed, sealed] = await Promise.all([
    db.read.learner.findUnique({ where: { id: learnerId }, select: { settings: true } }),
    db.read.$queryRaw<FirstAnswerRow[]>`
      SELECT d."questionId", d."answer", d."disclosedAt", d."threadSeenAt", d."threadSeenBefore", r."number" AS "revision"
      FROM "Disclosure" d JOIN "Revision" r ON r."id" = d."revisionId"
      WHERE d."learnerId" = ${learnerId} ORDER BY d."disclosedAt", d."questionId"`,
    db.read.card.findMany({
      where: { learnerId },
      orderBy: { dueAt: "asc" },
      select: {
        questionId: true,
        state: true,
        dueAt: true,
        reviewedAt: true,
        stability: true,
        difficulty: true,
        reviews: true,
        lapses: true,
      },
    }),
    closedQuestions(db, learnerId),
    sealedAttempts(db, learnerId),
  ]);
  return {
    settings: readLearnerSettings(learner?.settings ?? "{}"),
    attempts: await ownAttempts(db, learnerId, { closed, sealed }),
    firstAnswers: firstAnswers.map((row) => ({ ...row, answer: parsed(row.answer) })),
    // A date of review depends on the key like the points do.
    reviews: cards.filter((card) => !closed.has(card.questionId)),
  };
}

interface FirstAnswerRow {
  readonly questionId: string;
  readonly answer: string | null;
  readonly disclosedAt: Date;
  /** When they last looked at the discussion, and when the visit before that ended. */
  readonly threadSeenAt: Date | null;
  readonly threadSeenBefore: Date | null;
  readonly revision: number;
}

async function personData(db: Database, userId: string, learnerId: string) {
  const [closed, user, answerVotes, mutedThreads, roleChanges, suggestions] = await Promise.all([
    closedQuestions(db, learnerId),
    db.read.user.findUnique({
      where: { id: userId },
      select: {
        name: true,
        handle: true,
        email: true,
        emailVerified: true,
        twoFactorEnabled: true,
        role: true,
        createdAt: true,
        updatedAt: true,
        suspendedUntil: true,
        wantsDigest: true,
        digestAt: true,
        passkeys: { select: { name: true, createdAt: true, backedUp: true, transports: true } },
        sessions: { select: { createdAt: true, updatedAt: true, expiresAt: true, userAgent: true, ipAddress: true } },
        ballots: { select: { commentId: true, value: true, castAt: true } },
        reports: { select: { commentId: true, reason: true, detail: true, createdAt: true, verdict: true } },
        notifications: {
          where: tellable(userId, learnerId),
          select: { kind: true, questionId: true, text: true, createdAt: true, readAt: true },
        },
        acts: { select: { act: true, commentId: true, questionId: true, reason: true, createdAt: true } },
      },
    }),
    db.read.answerVote.findMany({ where: { userId }, select: { questionId: true, optionIds: true, commentId: true } }),
    db.read.threadMute.findMany({ where: { userId }, select: { questionId: true } }),
    db.read.roleChange.findMany({
      where: { userId },
      orderBy: { createdAt: "asc" },
      select: { before: true, after: true, reason: true, createdAt: true },
    }),
    // Without the edit itself, which holds the key.
    db.read.suggestion.findMany({
      where: { proposerId: userId },
      orderBy: { createdAt: "asc" },
      select: { questionId: true, comment: true, state: true, createdAt: true, decidedAt: true, answer: true },
    }),
  ]);
  // What an author answered speaks of the key.
  const shown = suggestions.map((each) => (closed.has(each.questionId) ? { ...each, answer: null } : each));
  const comments = await ownComments(db, userId);
  return { ...user, comments, answerVotes, mutedThreads, roleChanges, suggestions: shown };
}
