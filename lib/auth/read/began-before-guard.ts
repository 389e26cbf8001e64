import type { Database } from "#lib/db/database";

/** The step of the set-up that records since when the guest cookie has its prefix. A migration has written it. */
const guardStep = "guarded-guest-cookie";

/** Whether the learner began before this installation had the release that protects the guest cookie. */
export async function beganBeforeGuard(db: Database, learnerId: string): Promise<boolean> {
  const [learner, step] = await Promise.all([
    db.read.learner.findUnique({ where: { id: learnerId }, select: { createdAt: true } }),
    db.read.setUpStep.findUnique({ where: { name: guardStep }, select: { doneAt: true } }),
  ]);
  return learner !== null && step !== null && learner.createdAt < step.doneAt;
}
