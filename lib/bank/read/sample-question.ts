import type { Database } from "#lib/db/database";
import { randomFrom, shuffle } from "#lib/exam/random";
import { listCandidates } from "./exams.ts";
import { publicPartsOf } from "./revisions.ts";
import { whileShown } from "./while-shown.ts";

/** How many are examined to find a suitable one. */
const looksAt = 20;
/** Length of its stem in characters: a longer one makes a poor first impression. */
const longestStem = 220;

/**
 * The name of a question to show to a visitor: preferably a short one with a single correct option; null without
 * questions.
 */
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
