import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { tellable } from "#lib/notifications/queries";
import { closedQuestions } from "#lib/review/closed-questions";
import { sealedAttempts } from "#lib/review/sealed-attempts";

/**
 * Everything that is kept about the viewer, as it is kept. No key and no explanation is among it; what an answer was
 * worth is left out while an exam with its question is being sat, and so is a score that it is part of. A notification that
 * waits for a disclosure waits here too. A wording is named by its number, because the id of a revision is a hash that the
 * key goes into. Null for a visitor who has done nothing.
 */
export async function getOwnData(db: Database, { learnerId, member }: Viewer, now: Date): Promise<object | null> {
  if (learnerId === null) return null;
  const [learner, person] = await Promise.all([
    learnerData(db, learnerId),
    member === null ? null : personData(db, member.userId, learnerId),
  ]);
  return { madeAt: now, account: person, ...learner };
}

async function learnerData(db: Database, learnerId: string) {
  const [attempts, firstAnswers, cards, closed, sealed] = await Promise.all([
    db.read.attempt.findMany({
      where: { learnerId },
      orderBy: { startedAt: "asc" },
      select: {
        id: true,
        examSlug: true,
        mode: true,
        startedAt: true,
        deadlineAt: true,
        finishedAt: true,
        finishedBy: true,
        score: true,
        items: {
          orderBy: { position: "asc" },
          select: {
            position: true,
            questionId: true,
            revision: { select: { number: true } },
            domain: true,
            answer: true,
            points: true,
            committedAt: true,
            entries: {
              orderBy: { sequence: "asc" },
              select: { field: true, version: true, value: true, madeAt: true, receivedAt: true, elapsedMs: true },
            },
          },
        },
      },
    }),
    db.read.disclosure.findMany({
      where: { learnerId },
      orderBy: { disclosedAt: "asc" },
      select: { questionId: true, revision: { select: { number: true } }, answer: true, disclosedAt: true },
    }),
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
    attempts: attempts.map(({ score, items, ...attempt }) => ({
      ...attempt,
      score: sealed.has(attempt.id) ? null : parsed(score),
      items: items.map(({ answer, points, entries, revision, ...item }) => ({
        ...item,
        revision: revision.number,
        answer: parsed(answer),
        points: closed.has(item.questionId) ? null : points,
        entries: entries.map(({ value, ...entry }) => ({ ...entry, value: parsed(value) })),
      })),
    })),
    firstAnswers: firstAnswers.map(({ answer, revision, ...rest }) => ({
      ...rest,
      revision: revision.number,
      answer: parsed(answer),
    })),
    // A date of review depends on the key like the points do.
    reviews: cards.filter((card) => !closed.has(card.questionId)),
  };
}

async function personData(db: Database, userId: string, learnerId: string) {
  const [user, answerVotes, mutedThreads] = await Promise.all([
    db.read.user.findUnique({
      where: { id: userId },
      select: {
        name: true,
        handle: true,
        email: true,
        role: true,
        createdAt: true,
        updatedAt: true,
        suspendedUntil: true,
        wantsDigest: true,
        digestAt: true,
        sessions: { select: { createdAt: true, updatedAt: true, expiresAt: true, userAgent: true, ipAddress: true } },
        comments: {
          orderBy: { createdAt: "asc" },
          select: {
            id: true,
            questionId: true,
            revision: { select: { number: true } },
            parentId: true,
            markdown: true,
            optionIds: true,
            state: true,
            createdAt: true,
            editedAt: true,
            deletedAt: true,
            edits: { select: { html: true, optionIds: true, replacedAt: true } },
          },
        },
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
  ]);
  const comments = user?.comments.map(({ revision, ...comment }) => ({ ...comment, revision: revision.number }));
  return { ...user, comments, answerVotes, mutedThreads };
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}
