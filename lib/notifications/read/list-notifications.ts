import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { readPublicQuestion } from "#lib/exam/json-columns";
import { readableText } from "#lib/exam/readable-text";
import type { NotificationKind } from "../write/notify.ts";

export interface NotificationView {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly text: string;
  /** What its question asks; null when it is about none. */
  readonly stem: string | null;
  /** Of the texts of its exam; null where it does not say. */
  readonly language: string | null;
  readonly createdAt: Date;
  readonly isRead: boolean;
}

/**
 * What a person may be notified of now. A notification depends on a thread or a key, so the disclosure rule holds for it: what
 * concerns a question that this learner has not answered, or is sitting an exam with, waits.
 */
export function tellable(userId: string, learnerId: string) {
  const disclosed = {
    disclosures: { some: { learnerId } },
    items: { none: { attempt: { learnerId, finishedAt: null, reveal: "at-end" } } },
  };
  return { userId, OR: [{ questionId: null }, { question: disclosed }] };
}

export async function countUnread(db: Database, viewer: Viewer): Promise<number> {
  const { member, learnerId } = viewer;
  if (member === null || learnerId === null) return 0;
  const rows = await db.read.$queryRaw<unknown[]>`
    SELECT 1 FROM "Notification" WHERE "userId" = ${member.userId} AND "readAt" IS NULL LIMIT 1`;
  // Most people have none most of the time: the costly question is put only then.
  return rows.length === 0
    ? 0
    : db.read.notification.count({ where: { ...tellable(member.userId, learnerId), readAt: null } });
}

const select = {
  id: true,
  kind: true,
  text: true,
  createdAt: true,
  readAt: true,
  question: { select: { exam: { select: { language: true } }, current: { select: { publicPart: true } } } },
} as const;

export async function listNotifications(db: Database, viewer: Viewer): Promise<readonly NotificationView[]> {
  const { member, learnerId } = viewer;
  if (member === null || learnerId === null) return [];
  const rows = await db.read.notification.findMany({
    where: tellable(member.userId, learnerId),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
    select,
  });
  return rows.map(({ id, kind, text, createdAt, readAt, question }) => ({
    id,
    kind: kind as NotificationKind,
    text,
    stem: stemOf(question?.current?.publicPart),
    language: question?.exam.language ?? null,
    createdAt,
    isRead: readAt !== null,
  }));
}

function stemOf(publicPart: string | undefined): string | null {
  if (publicPart === undefined) return null;
  return readableText(readPublicQuestion(publicPart).stemHtml);
}

export function pathOf(
  question: { readonly examSlug: string; readonly name: string },
  commentId: string | null,
): string {
  const path = `/exams/${question.examSlug}/questions/${question.name}`;
  return commentId === null ? path : `${path}?comment=${commentId}#comment-${commentId}`;
}

export async function wantsDigest(db: Database, viewer: Viewer): Promise<boolean> {
  if (viewer.member === null) return false;
  const row = await db.read.user.findUnique({ where: { id: viewer.member.userId }, select: { wantsDigest: true } });
  return row?.wantsDigest ?? false;
}
