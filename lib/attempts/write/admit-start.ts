import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { mayTry } from "#lib/limits/count-try";

/**
 * Counts a start and says whether it may go on, before a visitor becomes a guest. Who has an account is not counted here:
 * `startAttempt` limits each learner. `visitor` is from `currentVisitor`; where it is null, guests that exist may go on and
 * new ones are counted together.
 */
export async function admitStart(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly visitor: string | null;
  readonly now: Date;
}): Promise<boolean> {
  const { db, viewer, visitor, now } = request;
  if (viewer.member !== null) return true;
  if (visitor !== null) return mayTry(db, "guest-start-by-visitor", visitor, now);
  return viewer.learnerId !== null || mayTry(db, "guest-by-everybody", "", now);
}
