import { getExam, listCandidates } from "#lib/bank/read/exams";
import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { countItems } from "./item-figures.ts";
import { describeItem, type ItemRow } from "./item-report.ts";

/**
 * The statistics of every question of an exam, keys included, sorted by name: for the command line, whose user has the
 * files anyway. Null when there is no such exam.
 */
export async function examStatistics(db: Database, examSlug: string): Promise<readonly ItemRow[] | null> {
  const exam = await getExam(db, examSlug);
  if (exam === null) return null;
  const candidates = await listCandidates(db, examSlug);
  const revisions = candidates.map(({ revisionId }) => revisionId);
  const [parts, secrets] = [await publicPartsOf(db.read, revisions), await secretPartsOf(db.read, revisions)];
  const { statistics, evidence, times } = await countItems(db, exam, candidates, { parts, secrets });
  const items = candidates.flatMap(({ questionId, revisionId, name, domain }) => {
    const [part, secret] = [parts.get(revisionId), secrets.get(revisionId)];
    if (part === undefined || secret === undefined) return [];
    const medianMs = times.get(questionId) ?? null;
    const own = { statistics: statistics.get(questionId) ?? null, evidence: evidence.get(questionId) ?? null };
    return [{ name, domain, medianMs, ...describeItem(own, part, secret, secret) }];
  });
  return items.sort((a, b) => (a.name < b.name ? -1 : 1));
}
