import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { casePlaces } from "#lib/exam/case-places";
import type { ShownQuestion } from "#lib/exam/presentation";

/** The questions on a case stand together: how far apart the first and the last of them can be. */
const reach = 30;

type Shown = { readonly position: number; readonly question: ShownQuestion };

/** The same items, those on a case with their place among all items of the attempt on that case. */
export async function withCasePlaces<T extends Shown>(
  db: Database,
  attemptId: string,
  items: readonly T[],
): Promise<T[]> {
  const onCases = items.filter(({ question }) => question.scenario !== null).map(({ position }) => position);
  if (onCases.length === 0) return [...items];
  const around = await db.read.attemptItem.findMany({
    where: { attemptId, position: { gte: Math.min(...onCases) - reach, lte: Math.max(...onCases) + reach } },
    select: { position: true, revisionId: true },
  });
  const parts = await publicPartsOf(
    db.read,
    around.map(({ revisionId }) => revisionId),
  );
  const places = casePlaces(
    around.map(({ position, revisionId }) => ({ position, scenario: parts.get(revisionId)?.scenario ?? null })),
  );
  return items.map((item) => {
    const [{ scenario }, place] = [item.question, places.get(item.position)];
    return scenario === null || place === undefined
      ? item
      : { ...item, question: { ...item.question, scenario: { ...scenario, place } } };
  });
}
