import type { Database } from "#lib/db/database";
import { randomFrom, shuffle } from "#lib/exam/random";
import { listCandidates } from "./exams.ts";
import { publicPartsOf } from "./revisions.ts";
import { whileShown } from "./while-shown.ts";

/** So many are looked at for one that fits. */
const looksAt = 20;
/** In characters of its stem: longer ones are no first impression. */
const longestStem = 220;

/** The name of a question to show to a stranger: a short one with a single right option where there is one; null without questions. */
export function sampleQuestion(db: Database, examSlug: string): Promise<string | null> {
  return whileShown(db, `sample ${examSlug}`, async () => {
    const byName = [...(await listCandidates(db, examSlug))].sort((a, b) => (a.name < b.name ? -1 : 1));
    const some = shuffle(byName, randomFrom(`sample:${examSlug}`)).slice(0, looksAt);
    const parts = await publicPartsOf(
      db.read,
      some.map(({ revisionId }) => revisionId),
    );
    const fits = some.find(({ revisionId }) => {
      const part = parts.get(revisionId);
      return part?.kind === "single" && part.scenario === null && part.stemText.length <= longestStem;
    });
    return (fits ?? some[0])?.name ?? null;
  });
}
