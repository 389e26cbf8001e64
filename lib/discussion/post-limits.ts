import { type Role, roleMay } from "#lib/auth/role";

/** What one person may post. */
export interface PostLimits {
  readonly pauseMs: number;
  readonly perDay: number;
  /** Links in one comment. */
  readonly links: number;
}

export const dayMs = 24 * 60 * 60 * 1000;
/** How long the same text may not be posted again by anyone. */
export const sameTextMs = 5 * 60 * 1000;

/** Limits by trust, which grows with the account's age and with posts that were not hidden. */
export function postLimits(person: {
  readonly role: Role;
  readonly ageMs: number;
  readonly acceptedPosts: number;
}): PostLimits {
  const { role, ageMs, acceptedPosts } = person;
  if (roleMay(role, "moderate")) return { pauseMs: 0, perDay: 10_000, links: 100 };
  if (ageMs >= 30 * dayMs && acceptedPosts >= 30) return { pauseMs: 3_000, perDay: 200, links: 20 };
  if (ageMs >= 3 * dayMs && acceptedPosts >= 5) return { pauseMs: 10_000, perDay: 50, links: 5 };
  return { pauseMs: 30_000, perDay: 10, links: 2 };
}
