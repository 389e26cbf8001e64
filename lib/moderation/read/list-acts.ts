import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import type { Act } from "../acts.ts";
import { knownName } from "../known-name.ts";
import { actsOnPeople, mayActOn, moderatorOf } from "../may-act-on.ts";
import { reversibleMs } from "../write/moderate.ts";

export interface LogEntry {
  readonly id: string;
  readonly act: Act;
  /** Null where the reports of readers did it. */
  readonly by: string | null;
  readonly whom: string | null;
  readonly commentId: string | null;
  readonly questionPath: string | null;
  readonly reason: string;
  readonly at: Date;
  readonly undoneAt: Date | null;
  readonly mayUndo: boolean;
}

/** The newest acts; null unless the viewer is a moderator. */
export async function listActs(db: Database, viewer: Viewer, now: Date): Promise<readonly LogEntry[] | null> {
  const member = moderatorOf(viewer);
  if (member === null) return null;
  const rows = await db.read.moderationAct.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
    select: {
      id: true,
      act: true,
      moderator: { select: { name: true } },
      commentId: true,
      questionId: true,
      userId: true,
      reason: true,
      createdAt: true,
      undoneAt: true,
    },
  });
  const [people, questions] = await Promise.all([
    db.read.user.findMany({
      where: { id: { in: rows.flatMap((row) => row.userId ?? []) } },
      select: { id: true, name: true, role: true },
    }),
    db.read.question.findMany({
      where: { id: { in: rows.flatMap((row) => row.questionId ?? []) } },
      select: { id: true, examSlug: true, name: true },
    }),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const isTheirs = (act: string, person: (typeof people)[number] | undefined) =>
    person === undefined || !actsOnPeople.includes(act) || mayActOn(member, person);
  const paths = new Map(questions.map(({ id, examSlug, name }) => [id, `/exams/${examSlug}/questions/${name}`]));
  return rows.map(({ moderator, userId, questionId, createdAt, ...row }) => ({
    ...row,
    act: row.act as Act,
    by: moderator?.name ?? null,
    whom: knownName(byId.get(userId ?? "")?.name),
    questionPath: paths.get(questionId ?? "") ?? null,
    at: createdAt,
    mayUndo:
      row.undoneAt === null &&
      now.getTime() - createdAt.getTime() <= reversibleMs &&
      isTheirs(row.act, byId.get(userId ?? "")),
  }));
}
