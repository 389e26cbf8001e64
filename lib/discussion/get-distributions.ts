import { publicPartsOf } from "#lib/bank/revisions";
import type { Database } from "#lib/db/database";
import type { Answer, PublicQuestion } from "#lib/exam/question";
import type { KeptVotes } from "./answer-votes.ts";
import { carriesAnswers } from "./carried-answer.ts";
import { type AnswerCount, type Distribution, distribute } from "./distribution.ts";
import type { OpenThread } from "./queries.ts";

export interface Distributions {
  /** First answers, given before anything was disclosed. */
  readonly blind: Distribution;
  /** As many as are counted at most: there may be older ones. */
  readonly isBlindCut: boolean;
  /** What people stand by in the thread. */
  readonly afterDiscussion: Distribution;
}

/**
 * What people answer, before and after the discussion, in the reader's order. Answers to a wording with other options
 * are left out. Null for questions without a choice.
 */
export async function getDistributions(
  db: Database,
  thread: OpenThread,
  order: readonly string[],
): Promise<Distributions | null> {
  const { questionId, revisionId } = thread;
  const current = (await publicPartsOf(db.read, [revisionId])).get(revisionId);
  if (current === undefined || !carriesAnswers(current)) return null;
  const [blind, votes] = [await firstAnswers(db, questionId), JSON.parse(thread.votes) as KeptVotes[]];
  const revisions = [...new Set([...blind, ...votes].map((count) => count.revisionId))];
  const parts = await publicPartsOf(db.read, revisions);
  const isAboutTheseOptions = (count: { readonly revisionId: string }) =>
    optionsOf(parts.get(count.revisionId)) === optionsOf(current);
  const read = blind.reduce((sum, { people }) => sum + people, 0);
  const discussed = votes.map((vote) => ({ ...vote, optionIds: JSON.parse(vote.optionIds) as string[] }));
  return {
    blind: distribute(blind.filter(isAboutTheseOptions), order),
    isBlindCut: read === mostFirstAnswers,
    afterDiscussion: distribute(discussed.filter(isAboutTheseOptions), order),
  };
}

/** An option's id changes with its text, so equal ids are equal options. */
function optionsOf(question: PublicQuestion | undefined): string {
  if (question === undefined || !("options" in question)) return "";
  return question.options
    .map((option) => option.id)
    .sort()
    .join(" ");
}

/**
 * So many first answers are counted, the newest: enough to know a share within four and a half percent, and the page
 * costs the same however many have answered.
 */
export const mostFirstAnswers = 500;
/** No answer needs more. Until November 2026 whatever was sent with one was kept: such rows are left alone. */
const mostAnswerBytes = 16_384;

async function firstAnswers(
  db: Database,
  questionId: string,
): Promise<readonly (AnswerCount & { readonly revisionId: string })[]> {
  const groups = await db.read.$queryRaw<{ revisionId: string; answer: string; people: bigint }[]>`
    SELECT "revisionId", "answer", COUNT(*) AS "people" FROM (
      SELECT "revisionId", "answer" FROM "Disclosure"
      WHERE "questionId" = ${questionId} AND OCTET_LENGTH("answer") <= ${mostAnswerBytes}
      ORDER BY "disclosedAt" DESC LIMIT ${mostFirstAnswers}
    ) AS newest GROUP BY "revisionId", "answer"`;
  return groups.map(({ revisionId, answer, people }) => ({
    revisionId,
    optionIds: chosenIn(JSON.parse(answer) as Answer | null),
    people: Number(people),
  }));
}

function chosenIn(answer: Answer | null): readonly string[] {
  if (answer?.kind === "single") return [answer.optionId];
  return answer?.kind === "multiple" ? [...answer.optionIds].sort() : [];
}
