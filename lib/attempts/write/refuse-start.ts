import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { mayTry } from "#lib/limits/count-try";

export type StartRefusal = "account-required" | "too-many-guests";

/**
 * Counts a start, before a visitor becomes a guest, and returns why it is refused; null if it is allowed. Accounts are
 * not counted here: `startAttempt` limits each learner. `visitor` is from `currentVisitor`; if it is null, existing
 * guests may continue and new ones are counted together. `needsAccount` is the setting `REQUIRE_ACCOUNT`.
 */
export async function refuseStart(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly visitor: string | null;
  readonly needsAccount: boolean;
  readonly now: Date;
}): Promise<StartRefusal | null> {
  const { db, viewer, visitor, needsAccount, now } = request;
  if (viewer.member !== null) return null;
  if (needsAccount) return "account-required";
  return (await mayGuestStart(db, viewer, visitor, now)) ? null : "too-many-guests";
}

async function mayGuestStart(db: Database, viewer: Viewer, visitor: string | null, now: Date): Promise<boolean> {
  if (visitor !== null) return mayTry(db, "guest-start-by-visitor", visitor, now);
  return viewer.learnerId !== null || mayTry(db, "guest-by-everybody", "", now);
}
