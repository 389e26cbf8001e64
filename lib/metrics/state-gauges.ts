import { Gauge, Registry } from "prom-client";
import type { Database } from "#lib/db/database";
import { isMigrated } from "#lib/db/is-migrated";
import { countStuck } from "./stuck-attempts.ts";

/** What the database says at this moment, the same on every instance. */
export async function stateGauges(db: Database): Promise<Registry> {
  const registry = new Registry();
  const gauge = (name: string, help: string, value: number) =>
    new Gauge({ name, help, registers: [registry] }).set(value);
  const shown = { retiredAt: null, revisionId: { not: null } };
  const [migrated, bank, exams, questions, stuck, reports] = await Promise.all([
    isMigrated(db),
    db.read.bankState.findUnique({ where: { id: 1 }, select: { syncedAt: true } }),
    db.read.exam.count({ where: { retiredAt: null } }),
    db.read.question.count({ where: shown }),
    countStuck(db, new Date()),
    db.read.report.groupBy({ by: ["commentId"], where: { verdict: null }, _count: { _all: true } }),
  ]);
  gauge("mockdown_database_up", "1 when the database answered", 1);
  gauge("mockdown_migrated", "1 when every migration of this release has been applied", Number(migrated));
  gauge("mockdown_content_synced", "1 when the bank shows synced content", Number(bank !== null));
  if (bank !== null)
    gauge("mockdown_content_synced_timestamp_seconds", "When the bank last changed", bank.syncedAt.getTime() / 1000);
  gauge("mockdown_exams", "Exams on offer", exams);
  gauge("mockdown_questions", "Questions that attempts may draw", questions);
  gauge("mockdown_attempts_stuck", "Attempts more than five minutes past their deadline and not handed in", stuck);
  gauge("mockdown_comments_reported", "Comments whose reports nobody has decided", reports.length);
  return registry;
}
