import { createHash } from "node:crypto";
import type { Member } from "#lib/auth/viewer";
import type { Tx } from "#lib/db/database";
import { dayMs, postLimits, sameTextMs } from "./post-limits.ts";

export type LimitRefusal = "suspended" | "too-soon" | "enough-today" | "too-many-links" | "same-text";

/** A text without regard to case, white space, and what cannot be seen. */
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

/** Nothing in it shows: a comment of HTML, or of characters without a shape. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]/u.test(text);
}

export function countLinks(html: string): number {
  return html.split("<a href").length - 1;
}

/**
 * Why this person may not post now, or null. Takes the person's row first, so that a thousand requests at once are
 * looked at one after another.
 */
export async function checkLimits(
  tx: Tx,
  member: Member,
  post: { readonly html: string; readonly textHash: string },
  now: Date,
): Promise<LimitRefusal | null> {
  const person = await tx.user.update({
    where: { id: member.userId },
    data: { postAttempts: { increment: 1 } },
    select: { createdAt: true, suspendedUntil: true },
  });
  if (isSuspended(member, person.suspendedUntil, now)) return "suspended";
  const where = { authorId: member.userId };
  const acceptedPosts = await tx.comment.count({ where: { ...where, state: "shown" } });
  const ageMs = now.getTime() - person.createdAt.getTime();
  const limits = postLimits({ role: member.role, ageMs, acceptedPosts });
  if (countLinks(post.html) > limits.links) return "too-many-links";
  const since = (ms: number) => ({ ...where, createdAt: { gt: new Date(now.getTime() - ms) } });
  if (
    member.role === "member" &&
    (await tx.comment.count({ where: { ...since(sameTextMs), textHash: post.textHash } }))
  )
    return "same-text";
  if (limits.pauseMs > 0 && (await tx.comment.count({ where: since(limits.pauseMs) })) > 0) return "too-soon";
  return (await tx.comment.count({ where: since(dayMs) })) >= limits.perDay ? "enough-today" : null;
}

/** Nobody could lift the suspension of an administrator. */
export function isSuspended(member: Member, until: Date | null, now: Date): boolean {
  return member.role !== "administrator" && until !== null && until > now;
}
