import { randomUUID } from "node:crypto";
import type { Actor } from "#lib/access/access-table";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { signGuest } from "#lib/auth/guest-token";
import { signSessionToken } from "#lib/auth/session-token";
import { mintViewer, type Viewer } from "#lib/auth/viewer";
import type { Database, Tx } from "#lib/db/database";
import { postComment } from "#lib/discussion/write/post-comment";

export const secret = "a secret of tests that is long enough for anything";
export const password = "four words of this test";
export const exam = "sample";
/** The question that the owner has answered and commented on. */
export const question = "q0";

const longAgo = new Date("2026-01-01T00:00:00Z");
const dayMs = 24 * 60 * 60 * 1000;
let hash: Promise<string> | undefined;

export interface Person {
  readonly actor: Actor;
  readonly viewer: Viewer;
  /** Null for a stranger, and for a guest the second. */
  readonly learnerId: string | null;
  readonly userId: string | null;
  readonly email: string;
  readonly sessionId: string;
  /** The cookies of their browser. */
  readonly cookies: Readonly<Record<string, string>>;
}

/** What the owner has, so that others can try for it. */
export interface World {
  readonly db: Database;
  readonly actor: Person;
  readonly owner: Person & { readonly learnerId: string; readonly userId: string };
  readonly questionId: string;
}

/** The owner of the things, who has answered the question, and the person who requests them. */
export async function makeWorld(db: Database, actor: Actor, hasAnswered: boolean): Promise<World> {
  const [world] = await makeWorlds(db, [actor], hasAnswered);
  if (world === undefined) throw new Error(actor);
  return world;
}

/**
 * A world for each of the actors, each with its own owner. With few statements, because there are a thousand such
 * worlds.
 */
export async function makeWorlds(db: Database, actors: readonly Actor[], hasAnswered: boolean): Promise<World[]> {
  const where = { examSlug_name: { examSlug: exam, name: question } };
  const asked = await db.read.question.findUniqueOrThrow({ where, select: { id: true, revisionId: true } });
  const passwordHash = await hashOfPassword();
  const made = actors.map((actor) => {
    const owner = newPerson("owner", passwordHash);
    const asking = actor === "owner" ? owner : newPerson(actor, passwordHash);
    const answering = hasAnswered ? [...new Set([owner, asking])] : [owner];
    return { owner, asking, answering };
  });
  await db.write(async (tx) => {
    await insertPeople(
      tx,
      made.flatMap(({ owner, asking }) => [...new Set([owner, asking])]),
    );
    const learnerIds = made.flatMap(({ answering }) => answering.flatMap(({ learner }) => learner?.id ?? []));
    await tx.disclosure.createMany({ data: learnerIds.map((learnerId) => disclosureOf(learnerId, asked)) });
  });
  return made.map(({ owner, asking }) => ({
    db,
    owner: owner.person as World["owner"],
    actor: asking.person,
    questionId: asked.id,
  }));
}

/**
 * The stored hash of `password`, the same for everyone, because it takes a while. Hashed as the code under test does it
 * at that moment.
 */
export function hashOfPassword(): Promise<string> {
  hash ??= import("#lib/auth/hash-password").then(({ hashPassword }) => hashPassword(password));
  return hash;
}

function disclosureOf(learnerId: string, asked: { readonly id: string; readonly revisionId: string | null }) {
  const data = { learnerId, questionId: asked.id, revisionId: asked.revisionId ?? "", answer: null };
  return { ...data, disclosedAt: longAgo, byMember: true };
}

/** Someone who joined long before. */
export async function makePerson(tx: Tx, actor: Actor, passwordHash = ""): Promise<Person> {
  const made = newPerson(actor, passwordHash);
  await insertPeople(tx, [made]);
  return made.person;
}

type Made = ReturnType<typeof newPerson>;

async function insertPeople(tx: Tx, people: readonly Made[]): Promise<void> {
  await tx.learner.createMany({ data: people.flatMap(({ learner }) => learner ?? []) });
  await tx.user.createMany({ data: people.flatMap(({ user }) => user ?? []) });
  await tx.account.createMany({ data: people.flatMap(({ account }) => account ?? []) });
  await tx.session.createMany({ data: people.flatMap(({ session }) => session ?? []) });
}

/** A person and their rows: a stranger has none, a guest is only a learner. */
function newPerson(actor: Actor, passwordHash: string) {
  const [id, sessionId, token] = [randomUUID(), randomUUID(), randomUUID()];
  const email = `${id}@example.org`;
  const nobody: Person = {
    actor,
    viewer: mintViewer(null, null),
    learnerId: null,
    userId: null,
    email,
    sessionId,
    cookies: {},
  };
  if (actor === "stranger") return { person: nobody };
  const learnerId = `learner-${id}`;
  const learner = { id: learnerId, createdAt: longAgo };
  if (actor === "guest") {
    const cookies = { "mockdown.guest": signGuest(learnerId, secret) };
    return { person: { ...nobody, learnerId, viewer: mintViewer(learnerId, null), cookies }, learner };
  }
  const role = actor === "suspended" ? "moderator" : actor === "owner" || actor === "other" ? "member" : actor;
  const suspendedUntil = actor === "suspended" ? new Date(Date.now() + dayMs) : null;
  const name = `Person ${id}`;
  const now = new Date();
  const since = { createdAt: longAgo, updatedAt: longAgo };
  const user = { id, name, email, role, suspendedUntil, learnerId, handle: `h-${id}`, ...since };
  const password = { id: randomUUID(), accountId: id, providerId: "credential", userId: id, password: passwordHash };
  const expiresAt = new Date(now.getTime() + 30 * dayMs);
  const session = { id: sessionId, token, userId: id, expiresAt, createdAt: now, updatedAt: now };
  const viewer = mintViewer(learnerId, { userId: id, name, email, role: actor === "suspended" ? "member" : role });
  const cookies = { "mockdown.session_token": encodeURIComponent(signSessionToken(token, secret)) };
  const person: Person = { ...nobody, learnerId, userId: id, viewer, cookies };
  return { person, learner, user, account: { ...password, ...since }, session };
}

/** An attempt of the owner, begun a moment ago. */
export async function attemptOf({ db, owner }: World, mode: "study" | "mock"): Promise<string> {
  const viewer = { ...owner.viewer, learnerId: owner.learnerId };
  const started = await startAttempt({ db, viewer, examSlug: exam, mode, seed: randomUUID(), now: new Date() });
  if (!started.ok) throw new Error(started.error);
  return started.value;
}

/** A comment of the owner on the question. */
export async function commentOf({ db, owner }: World): Promise<string> {
  const markdown = `A comment ${randomUUID()}`;
  const request = { db, viewer: owner.viewer, examSlug: exam, questionName: question, requestId: randomUUID() };
  const made = await postComment({ ...request, markdown, now: new Date() });
  if (!made.ok) throw new Error(made.error);
  return made.value;
}

/** The content of the question's file, as a sync stores it. */
export const questionSource = `---
domain: a
---
Which?

- [x] One
- [ ] Two

## Explanation

So it is.
`;

/** An edit of the question's file that the owner has suggested. */
export async function suggestionOf({ db, owner, questionId }: World, state = "open"): Promise<string> {
  const id = randomUUID();
  const asked = await db.read.question.findUniqueOrThrow({ where: { id: questionId }, select: { revisionId: true } });
  const text = {
    file: `${exam}/${question}.md`,
    before: questionSource,
    after: questionSource.replace("So", "Just so"),
  };
  const data = {
    id,
    questionId,
    revisionId: asked.revisionId ?? "",
    proposerId: owner.userId,
    ...text,
    comment: "Why not?",
    state,
  };
  await db.write((tx) => tx.suggestion.create({ data: { ...data, createdAt: longAgo } }));
  return id;
}

/** A notification of the owner about the question. */
export async function notificationOf({ db, owner, questionId }: World): Promise<string> {
  const id = randomUUID();
  const data = { id, userId: owner.userId, kind: "reply", questionId, text: "Somebody", cause: id, createdAt: longAgo };
  await db.write((tx) => tx.notification.create({ data }));
  return id;
}
