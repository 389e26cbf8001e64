import type { Tx } from "#lib/db/database";
import { type LearnerSettings, readLearnerSettings } from "../learner-settings.ts";

/** Changes the settings of a learner within a transaction. */
export async function changeSettings(
  tx: Tx,
  learnerId: string,
  change: (kept: LearnerSettings) => LearnerSettings,
): Promise<void> {
  const { settings } = await tx.learner.findUniqueOrThrow({ where: { id: learnerId }, select: { settings: true } });
  const next = change(readLearnerSettings(settings));
  await tx.learner.update({ where: { id: learnerId }, data: { settings: JSON.stringify(next) }, select: { id: true } });
}
