import type { Database } from "#lib/db/database";
import { readPublicQuestion } from "#lib/exam/json-columns";
import { readableText } from "#lib/exam/readable-text";

const inFeed = 50;

export interface DiscussedQuestion {
  readonly name: string;
  /** The public text of the question: anyone may read a feed. */
  readonly stemText: string;
  readonly commentCount: number;
  readonly lastCommentAt: Date;
}

/** The most recently discussed questions of an exam, except those in `keptBack`. Nothing here depends on a key or on the text of a comment. */
export async function listDiscussed(
  db: Database,
  examSlug: string,
  keptBack: ReadonlySet<string> = new Set(),
): Promise<readonly DiscussedQuestion[]> {
  const threads = await db.read.thread.findMany({
    where: {
      lastCommentAt: { not: null },
      commentCount: { gt: 0 },
      questionId: { notIn: [...keptBack] },
      question: { examSlug, revisionId: { not: null } },
    },
    orderBy: { lastCommentAt: "desc" },
    take: inFeed,
    select: {
      commentCount: true,
      lastCommentAt: true,
      question: { select: { name: true, current: { select: { publicPart: true } } } },
    },
  });
  return threads.flatMap(({ commentCount, lastCommentAt, question: { name, current } }) => {
    if (lastCommentAt === null || current === null) return [];
    const { stemHtml } = readPublicQuestion(current.publicPart);
    return [{ name, stemText: readableText(stemHtml), commentCount, lastCommentAt }];
  });
}
