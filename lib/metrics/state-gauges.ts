import { Gauge, Registry } from "prom-client";
import type { Database } from "#lib/db/database";
import { isMigrated } from "#lib/db/is-migrated";
import { countStuck } from "./stuck-attempts.ts";

/** What the database says now, the same on every instance. */
export async function stateGauges(db: Database): Promise<Registry> {
  const registry = new Registry();
  const gauge = (name: string, help: string, value: number) =>
    new Gauge({ name, help, registers: [registry] }).set(value);
  const shown = { retiredAt: null, revisionId: { not: null } };
  const [migrated, bank, exams, questions, stuck, reports, running] = await Promise.all([
    isMigrated(db),
    db.read.bankState.findUnique({ where: { id: 1 }, select: { syncedAt: true } }),
    db.read.exam.count({ where: { retiredAt: null } }),
    db.read.question.count({ where: shown }),
    countStuck(db, new Date()),
    db.read.report.groupBy({ by: ["commentId"], where: { verdict: null }, _count: { _all: true } }),
    countRunning(db, new Date()),
  ]);
  gauge("mockdown_database_up", "1 when the database answered", 1);
  gauge("mockdown_migrated", "1 when every migration of this release has been applied", Number(migrated));
  gauge("mockdown_content_synced", "1 when the bank shows synced content", Number(bank !== null));
  if (bank !== null)
    gauge("mockdown_content_synced_timestamp_seconds", "When the bank last changed", bank.syncedAt.getTime() / 1000);
  gauge("mockdown_exams", "Exams on offer", exams);
  gauge("mockdown_questions", "Questions that attempts may draw", questions);
  gauge("mockdown_attempts_stuck", "Attempts more than five minutes past their deadline and not handed in", stuck);
  gauge("mockdown_attempts_running", "Attempts with time left, or begun without a limit in the last 24 hours", running);
  gauge("mockdown_comments_reported", "Comments whose reports nobody has decided", reports.length);
  return registry;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Attempts without a time limit are often left open for ever: only those of the last day count. */
function countRunning(db: Database, now: Date): Promise<number> {
  const recent = { gt: new Date(now.getTime() - dayMs) };
  const running = [{ deadlineAt: { gt: now } }, { deadlineAt: null, startedAt: recent }];
  return db.read.attempt.count({ where: { finishedAt: null, OR: running } });
}
