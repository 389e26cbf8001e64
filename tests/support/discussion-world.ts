import type { Role } from "#lib/auth/role";
import { toHandle } from "#lib/auth/to-handle";
import { mintViewer, type Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { postComment } from "#lib/discussion/write/post-comment";
import type { PublicQuestion, Secret } from "#lib/exam/question";

export const longAgo = new Date("2026-01-01T00:00:00Z");
export const start = new Date("2026-11-22T12:00:00Z");
/** A moment `minutes` after the start of the tests' time. */
export const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

const option = (id: string) => ({ id, html: `<p>${id}</p>`, text: id });

export function singleChoice(ids: readonly string[], stem = "Which?"): PublicQuestion {
  const options = ids.map(option);
  return { kind: "single", stemHtml: stem, stemText: stem, scenario: null, options, shuffle: true, pinned: [] };
}

export function secretOf(optionId: string): Secret {
  return { key: { kind: "single", optionId }, explanation: ["Because."], optionNotes: {}, references: [] };
}

/** An exam with questions of four options (a to d, key a), each in its first wording. */
export async function makeQuestions(db: Database, ...names: readonly string[]): Promise<void> {
  await db.write(async (tx) => {
    const exam = { slug: "exam", title: "Exam", definition: "{}", contentHash: "1" };
    await tx.exam.upsert({ where: { slug: "exam" }, create: exam, update: {} });
    for (const name of names) await tx.question.create({ data: { id: name, examSlug: "exam", name, domain: "d" } });
  });
  for (const name of names) await addRevision(db, name, 1, singleChoice(["a", "b", "c", "d"]), "a");
}

export async function addRevision(
  db: Database,
  questionId: string,
  number: number,
  question: PublicQuestion,
  key: string,
  createdAt = longAgo,
): Promise<string> {
  const id = `${questionId}-${number}`;
  const parts = { publicPart: JSON.stringify(question), secretPart: JSON.stringify(secretOf(key)) };
  await db.write(async (tx) => {
    await tx.revision.create({ data: { id, questionId, number, contentHash: `${number}`, ...parts, createdAt } });
    await tx.question.update({ where: { id: questionId }, data: { revisionId: id } });
  });
  return id;
}

let made = 0;
export type MemberViewer = Viewer & { readonly member: NonNullable<Viewer["member"]>; readonly learnerId: string };

/** Someone whose account is old enough to have no newcomer's limits, unless the test says otherwise. */
export async function makeMember(
  db: Database,
  name: string,
  { role = "member" as Role, createdAt = longAgo, id = `user-${++made}` } = {},
): Promise<MemberViewer> {
  const email = `${id}@example.org`;
  await db.write(async (tx) => {
    await tx.learner.create({ data: { id: `learner-${id}`, createdAt } });
    const user = { id, name, email, role, handle: toHandle(name), learnerId: `learner-${id}` };
    await tx.user.create({ data: { ...user, createdAt, updatedAt: createdAt } });
  });
  return mintViewer(`learner-${id}`, { userId: id, name, email, role }) as MemberViewer;
}

/** Makes the viewer answer the question, which discloses it. */
export async function answer(
  db: Database,
  viewer: MemberViewer,
  questionId: string,
  optionId = "a",
  revisionId = `${questionId}-1`,
) {
  const { learnerId } = viewer;
  const data = {
    learnerId,
    questionId,
    revisionId,
    answer: JSON.stringify({ kind: "single", optionId }),
    disclosedAt: longAgo,
    byMember: true,
  };
  await db.write((tx) => tx.disclosure.create({ data }));
}

/** Members of a role without limits of posting, who have answered. */
export async function makeRegular(db: Database, name: string, questionId: string): Promise<MemberViewer> {
  const viewer = await makeMember(db, name, { role: "moderator" });
  await answer(db, viewer, questionId);
  return viewer;
}

let requests = 0;

export function post(
  db: Database,
  viewer: Viewer,
  questionName: string,
  markdown: string,
  more: Partial<Parameters<typeof postComment>[0]> = {},
) {
  const requestId = `request-${++requests}`;
  return postComment({ db, viewer, examSlug: "exam", questionName, requestId, markdown, now: start, ...more });
}

/** The id of a comment that must be accepted. */
export async function posted(...args: Parameters<typeof post>): Promise<string> {
  const result = await post(...args);
  if (!result.ok) throw new Error(`refused: ${result.error}`);
  return result.value;
}
