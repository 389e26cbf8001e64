import { questionPageOrder } from "#lib/attempts/question-page-order";
import { standingToServe } from "#lib/attempts/read/standing";
import type { Member, Viewer } from "#lib/auth/viewer";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import type { LetterReader } from "#lib/discussion/letter-marks";
import { standsHidden } from "#lib/discussion/write/stands-hidden";
import { mayDisclose } from "#lib/exam/disclosure";
import type { Act } from "../acts.ts";
import { knownName } from "../known-name.ts";
import { mayActOn, moderatorOf } from "../may-act-on.ts";
import { possibleActs } from "../possible-acts.ts";

export interface ReportedComment {
  readonly commentId: string;
  /** With its exam: "sample/tallest-tree". */
  readonly questionName: string;
  readonly questionPath: string;
  /** Null for an account that was deleted. */
  readonly author: string | null;
  /** Null until this moderator has answered the question: the disclosure rule holds for everybody. */
  readonly html: string | null;
  /** How the letters in its text are to be printed. */
  readonly letters: LetterReader;
  readonly state: string;
  readonly createdAt: Date;
  /** What it answers. */
  readonly parent: { readonly author: string | null; readonly html: string; readonly letters: LetterReader } | null;
  readonly reports: readonly {
    readonly by: string | null;
    readonly reason: string;
    readonly detail: string;
    readonly at: Date;
  }[];
  readonly suspendedUntil: Date | null;
  /** What this moderator can do now, in the order in which it is offered. */
  readonly possible: readonly Act[];
}

const commentSelect = {
  id: true,
  questionId: true,
  html: true,
  keepsLetters: true,
  state: true,
  official: true,
  createdAt: true,
  rootId: true,
  parentId: true,
  importedName: true,
  author: { select: { id: true, role: true, name: true, suspendedUntil: true } },
  question: {
    select: { examSlug: true, name: true, revisionId: true, thread: { select: { lockedAt: true, pinnedId: true } } },
  },
} as const;

/** Comments with open reports, the longest waiting first; null unless the viewer is a moderator. */
export async function listQueue(db: Database, viewer: Viewer, now: Date): Promise<readonly ReportedComment[] | null> {
  const member = moderatorOf(viewer);
  if (member === null) return null;
  const waiting = await db.read.report.groupBy({
    by: ["commentId"],
    where: { verdict: null },
    _min: { createdAt: true },
    orderBy: { _min: { createdAt: "asc" } },
    take: 50,
  });
  const ids = waiting.map((group) => group.commentId);
  return describeComments({ db, viewer, member, ids, now });
}

/** One comment to moderate, reported or not. */
export async function getModerated(
  db: Database,
  viewer: Viewer,
  commentId: string,
  now: Date,
): Promise<ReportedComment | null> {
  const member = moderatorOf(viewer);
  if (member === null) return null;
  const [comment] = await describeComments({ db, viewer, member, ids: [commentId], now });
  return comment ?? null;
}

async function describeComments(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly member: Member;
  readonly ids: readonly string[];
  readonly now: Date;
}): Promise<readonly ReportedComment[]> {
  const { db, viewer, member, ids, now } = request;
  const [comments, reports] = await Promise.all([
    db.read.comment.findMany({ where: { id: { in: [...ids] } }, select: commentSelect }),
    db.read.report.findMany({
      where: { commentId: { in: [...ids] }, verdict: null },
      orderBy: { createdAt: "asc" },
      take: 500,
      select: { commentId: true, reason: true, detail: true, createdAt: true, reporter: { select: { name: true } } },
    }),
  ]);
  const parentIds = comments.flatMap((comment) => (comment.parentId === null ? [] : [comment.parentId]));
  const parents = await db.read.comment.findMany({ where: { id: { in: parentIds } }, select: commentSelect });
  const readable = await readableQuestions(
    db,
    viewer,
    comments.map((comment) => comment.questionId),
    now,
  );
  const orders = await ordersOf(db, comments);
  const lettersOf = ({ keepsLetters, questionId }: (typeof comments)[number]) => ({
    typedIn: keepsLetters ? null : [],
    order: orders.get(questionId) ?? [],
  });
  const byId = new Map([...comments, ...parents].map((comment) => [comment.id, comment]));
  const hiddenDeleted = new Set<string>();
  for (const { id, state } of comments)
    if (state === "deleted" && (await standsHidden(db.read, id))) hiddenDeleted.add(id);
  return ids.flatMap((id) => {
    const comment = byId.get(id);
    if (comment === undefined) return [];
    const parent = byId.get(comment.parentId ?? "");
    const { author, question } = comment;
    const { examSlug, name, thread } = question;
    const own = reports.filter((report) => report.commentId === id);
    const mayActOnAuthor = author !== null && mayActOn(member, author);
    return [
      {
        commentId: id,
        questionName: `${examSlug}/${name}`,
        questionPath: `/exams/${examSlug}/questions/${name}`,
        author: nameOf(comment),
        html: readable.has(comment.questionId) ? comment.html : null,
        letters: lettersOf(comment),
        state: comment.state,
        createdAt: comment.createdAt,
        parent:
          parent === undefined || !readable.has(comment.questionId)
            ? null
            : { author: nameOf(parent), html: parent.html, letters: lettersOf(parent) },
        reports: own.map(({ reporter, reason, detail, createdAt }) => ({
          by: knownName(reporter.name),
          reason,
          detail: readable.has(comment.questionId) ? detail : "",
          at: createdAt,
        })),
        suspendedUntil: author?.suspendedUntil ?? null,
        possible: possibleActs({
          isHidden: comment.state === "hidden" || hiddenDeleted.has(id),
          hasReports: own.length > 0,
          isPinned: thread?.pinnedId === comment.rootId,
          isMarked: comment.official,
          isLocked: thread !== null && thread.lockedAt !== null,
          author: mayActOnAuthor
            ? { isSuspended: author.suspendedUntil !== null && author.suspendedUntil > now }
            : null,
        }),
      },
    ];
  });
}

/** The order of options on the page of each comment's question, by the question's id. */
async function ordersOf(
  db: Database,
  comments: readonly { readonly questionId: string; readonly question: { readonly revisionId: string | null } }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const parts = await publicPartsOf(
    db.read,
    comments.flatMap(({ question }) => question.revisionId ?? []),
  );
  return new Map(
    comments.flatMap(({ questionId, question }) => {
      const part = parts.get(question.revisionId ?? "");
      return part === undefined ? [] : [[questionId, questionPageOrder(part, questionId)] as const];
    }),
  );
}

async function readableQuestions(
  db: Database,
  viewer: Viewer,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const readable = new Set<string>();
  for (const id of new Set(ids)) if (mayDisclose(await standingToServe(db, viewer, id, now))) readable.add(id);
  return readable;
}

function nameOf(comment: { readonly author: { readonly name: string } | null; readonly importedName: string | null }) {
  return knownName(comment.author?.name ?? comment.importedName);
}
