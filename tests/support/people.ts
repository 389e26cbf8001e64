import { randomUUID } from "node:crypto";
import type { Role } from "#lib/auth/role";
import { mintViewer, type Viewer } from "#lib/auth/viewer";
import { createLearner } from "#lib/auth/write/guest-learner";
import type { Database } from "#lib/db/database";

const now = new Date("2026-11-22T12:00:00Z");

/** A visitor who has started something. */
export async function makeGuest(db: Database): Promise<Viewer & { readonly learnerId: string }> {
  const learnerId = await createLearner(db, now);
  return { ...mintViewer(learnerId, null), learnerId };
}

/** Someone with an account. */
export async function makeMember(
  db: Database,
  name: string,
  role: Role = "member",
): Promise<Viewer & { readonly learnerId: string }> {
  const learnerId = await createLearner(db, now);
  const userId = randomUUID();
  const email = `${userId}@example.org`;
  const data = { id: userId, name, email, role, learnerId, createdAt: now, updatedAt: now };
  await db.write((tx) => tx.user.create({ data, select: { id: true } }));
  return { ...mintViewer(learnerId, { userId, name, email, role }), learnerId };
}
