import { type KeyEvidence, keyEvidence } from "#lib/exam/disputed-key";
import type { PublicQuestion, Secret } from "#lib/exam/question";
import type { GivenAnswer } from "./read/item-answers.ts";

/** One question with the revision that it shows. */
interface Asked {
  readonly questionId: string;
  readonly revisionId: string;
}

/** Both parts of the wordings, by revision. */
interface Wordings {
  readonly parts: ReadonlyMap<string, PublicQuestion>;
  readonly secrets: ReadonlyMap<string, Secret>;
}

/** What the first answers that came from sittings say against the keys of an exam's questions, by question. */
export function keyEvidenceOf(
  asked: readonly Asked[],
  { parts, secrets }: Wordings,
  answers: readonly GivenAnswer[],
): ReadonlyMap<string, KeyEvidence> {
  const items = asked.flatMap(({ questionId, revisionId }) => {
    const [part, key] = [parts.get(revisionId), secrets.get(revisionId)?.key];
    if (part?.kind !== "single" || key?.kind !== "single") return [];
    return [{ questionId, optionIds: part.options.map(({ id }) => id), key: key.optionId }];
  });
  const blind = answers.filter(({ counts }) => counts);
  return keyEvidence(
    items,
    blind.map((answer) => ({ ...answer, optionId: answer.optionIds[0] ?? null })),
  );
}
