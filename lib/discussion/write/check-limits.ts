import { createHash } from "node:crypto";
import { roleInForce, roleMay } from "#lib/auth/role";
import type { Member } from "#lib/auth/viewer";
import type { Read, Tx } from "#lib/db/database";
import { lockRow } from "#lib/db/lock-row";
import { dayMs, type PostLimits, postLimits, sameTextMs } from "../post-limits.ts";

export type LimitRefusal = "suspended" | "too-soon" | "enough-today" | "too-many-links" | "same-text";

/** A text, ignoring case, white space and invisible characters. */
export function textHashOf(markdown: string): string {
  return createHash("sha256")
    .update(
      markdown
        .normalize("NFKC")
        .toLowerCase()
        .replace(/\p{Cf}/gu, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .digest("hex");
}

function countLinks(html: string): number {
  return html.split("<a href").length - 1;
}

/** The person who posts, as the database knows them now: the viewer's role was read when the request began. */
interface Person {
  readonly id: string;
  readonly role: string;
  readonly createdAt: Date;
  readonly suspendedUntil: Date | null;
}

const ofPerson = { id: true, role: true, createdAt: true, suspendedUntil: true } as const;

function findPerson(read: Read | Tx, { userId }: Member): Promise<Person> {
  return read.user.findUniqueOrThrow({ where: { id: userId }, select: ofPerson });
}

/**
 * Locks the person's row until the transaction ends, so that a thousand simultaneous requests are checked one after
 * another.
 */
export async function lockPerson(tx: Tx, member: Member): Promise<Person> {
  await lockRow(tx, "user", member.userId);
  return findPerson(tx, member);
}

async function limitsOf(read: Read | Tx, person: Person, now: Date): Promise<PostLimits | "suspended"> {
  if (isSuspended(person, now)) return "suspended";
  const acceptedPosts = await read.comment.count({ where: { authorId: person.id, state: "shown" } });
  const role = roleInForce(person, now);
  return postLimits({ role, ageMs: now.getTime() - person.createdAt.getTime(), acceptedPosts });
}

/** Why this person may not post now, or null. */
export async function checkLimits(
  read: Read | Tx,
  person: Person,
  post: { readonly html: string; readonly textHash: string },
  now: Date,
): Promise<LimitRefusal | null> {
  const limits = await limitsOf(read, person, now);
  if (limits === "suspended") return limits;
  if (countLinks(post.html) > limits.links) return "too-many-links";
  const where = { authorId: person.id };
  const since = (ms: number) => ({ ...where, createdAt: { gt: new Date(now.getTime() - ms) } });
  if (
    !mayModerate(person, now) &&
    (await read.comment.count({ where: { ...since(sameTextMs), textHash: post.textHash } }))
  )
    return "same-text";
  if (limits.pauseMs > 0 && (await read.comment.count({ where: since(limits.pauseMs) })) > 0) return "too-soon";
  return (await read.comment.count({ where: since(dayMs) })) >= limits.perDay ? "enough-today" : null;
}

/** The same check before the text is rendered, so that people who may not post cause no work. Links are not counted yet. */
export async function checkLimitsEarly(
  read: Read,
  member: Member,
  textHash: string,
  now: Date,
): Promise<LimitRefusal | null> {
  return checkLimits(read, await findPerson(read, member), { html: "", textHash }, now);
}

/** How long this person must wait after their last post, in seconds. */
export async function secondsToWait(read: Read, member: Member, now: Date): Promise<number> {
  const limits = await limitsOf(read, await findPerson(read, member), now);
  const newest = {
    where: { authorId: member.userId },
    orderBy: { createdAt: "desc" },
    select: { createdAt: true },
  } as const;
  const last = await read.comment.findFirst(newest);
  if (limits === "suspended" || last === null) return 1;
  return Math.max(1, Math.ceil((last.createdAt.getTime() + limits.pauseMs - now.getTime()) / 1000));
}

export type EditLimitRefusal = Exclude<LimitRefusal, "same-text" | "too-soon">;

/**
 * Why this person may not edit now, or null. As many edits a day as comments, counted separately, because each is
 * stored. There is no pause, because someone who corrects a word often notices the next at once. Links that were there
 * before may stay.
 */
export async function checkEditLimits(
  read: Read | Tx,
  person: Person,
  edit: { readonly html: string; readonly oldHtml: string },
  now: Date,
): Promise<EditLimitRefusal | null> {
  const limits = await limitsOf(read, person, now);
  if (limits === "suspended") return limits;
  if (countLinks(edit.html) > Math.max(countLinks(edit.oldHtml), limits.links)) return "too-many-links";
  const since = new Date(now.getTime() - dayMs);
  const where = { comment: { authorId: person.id }, replacedAt: { gt: since } };
  return (await read.commentEdit.count({ where })) >= limits.perDay ? "enough-today" : null;
}

/** The same before the text is rendered; see `checkLimitsEarly`. */
export async function checkEditLimitsEarly(read: Read, member: Member, now: Date): Promise<EditLimitRefusal | null> {
  return checkEditLimits(read, await findPerson(read, member), { html: "", oldHtml: "" }, now);
}

export function mayModerate(person: Person, now: Date): boolean {
  return roleMay(roleInForce(person, now), "moderate");
}

export function isSuspended({ suspendedUntil }: Pick<Person, "suspendedUntil">, now: Date): boolean {
  return suspendedUntil !== null && suspendedUntil > now;
}
