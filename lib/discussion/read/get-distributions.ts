import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { sql } from "#lib/db/sql";
import { chosenOptions } from "#lib/exam/chosen-options";
import { readColumn, readGiven, readTexts } from "#lib/exam/json-columns";
import type { PublicQuestion } from "#lib/exam/question";
import { carriesAnswers } from "../carried-answer.ts";
import { type Distribution, distribute, majorityMinimum } from "../distribution.ts";
import { type FirstAnswers, weigh } from "../weigh.ts";
import type { KeptVotes } from "../write/answer-votes.ts";
import type { OpenThread } from "./get-thread.ts";

export interface Distributions {
  /** First answers, given before anything was disclosed. */
  readonly blind: Distribution;
  /** The maximum number is counted: there may be older ones. */
  readonly isBlindCut: boolean;
  /** How many answers from guests are not counted, because they came in a burst. */
  readonly leftOut: number;
  /** The answers that people give in the thread. */
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
  const [blind, votes] = [
    await firstAnswers(db, questionId),
    readColumn<readonly KeptVotes[]>("votes for answers", thread.votes, Array.isArray),
  ];
  const isAboutTheseOptions = await isAbout(db, optionsOf(current), [...blind, ...votes]);
  const { counts, leftOut } = weigh(blind, mostOfGuests);
  const readOf = (byMember: boolean) =>
    blind.reduce((sum, group) => sum + (group.byMember === byMember ? group.people : 0), 0);
  const discussed = votes.map((vote) => ({ ...vote, optionIds: readTexts(vote.optionIds) }));
  return {
    blind: distribute(counts.filter(isAboutTheseOptions), order),
    isBlindCut: readOf(true) === mostOfMembers || readOf(false) === mostOfGuests,
    leftOut,
    afterDiscussion: distribute(discussed.filter(isAboutTheseOptions), order),
  };
}

/**
 * The share, from 0 to 1, of first answers that chose each of these options. Undefined if fewer than ten people have
 * answered with them, and for questions without a choice. Only for people who may see the key.
 */
export async function getShares(
  db: Database,
  questionId: string,
  order: readonly string[],
): Promise<Readonly<Record<string, number>> | undefined> {
  const blind = await firstAnswers(db, questionId);
  const isAboutTheseOptions = await isAbout(db, [...order].sort().join(" "), blind);
  const { people, bars } = distribute(weigh(blind, mostOfGuests).counts.filter(isAboutTheseOptions), order);
  if (people < majorityMinimum) return undefined;
  return Object.fromEntries(bars.map((bar) => [bar.optionId, bar.people / people]));
}

type Counted = { readonly revisionId: string };

/** Whether an answer was given to a wording with exactly these options. */
async function isAbout(db: Database, options: string, counted: readonly Counted[]): Promise<(one: Counted) => boolean> {
  const parts = await publicPartsOf(db.read, [...new Set(counted.map((one) => one.revisionId))]);
  return ({ revisionId }) => optionsOf(parts.get(revisionId)) === options;
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
 * How many first answers are counted, the newest ones: enough to know a share within five percent, while the page costs
 * the same however many people have answered. Guests are read separately, so that they cannot displace answers of
 * accounts.
 */
export const mostOfMembers = 400;
export const mostOfGuests = 100;
/** No answer needs more. Until November 2026 anything sent with an answer was stored; such rows are ignored. */
const mostAnswerBytes = 16_384;

interface GroupRow {
  readonly revisionId: string;
  readonly answer: string;
  readonly byMember: boolean | number | bigint;
  readonly visitor: string | null;
  readonly people: number | bigint;
  readonly oldestAt: Date | string;
  readonly newestAt: Date | string;
}

async function firstAnswers(db: Database, questionId: string): Promise<readonly FirstAnswers[]> {
  const newest = (byMember: boolean, most: number) => sql`
    SELECT "learnerId", "revisionId", "answer", "disclosedAt" FROM "Disclosure"
    WHERE "questionId" = ${questionId} AND "byMember" = ${byMember} AND "counts" = TRUE
      AND OCTET_LENGTH("answer") <= ${mostAnswerBytes}
    ORDER BY "disclosedAt" DESC LIMIT ${most}`;
  const groups = await db.read.$queryRaw<GroupRow[]>`
    SELECT "revisionId", "answer", TRUE AS "byMember", NULL AS "visitor", COUNT(*) AS "people",
      MIN("disclosedAt") AS "oldestAt", MAX("disclosedAt") AS "newestAt"
    FROM (${newest(true, mostOfMembers)}) AS members GROUP BY "revisionId", "answer"
    UNION ALL
    SELECT g."revisionId", g."answer", FALSE, l."visitor", COUNT(*), MIN(g."disclosedAt"), MAX(g."disclosedAt")
    FROM (${newest(false, mostOfGuests)}) AS g JOIN "Learner" l ON l."id" = g."learnerId"
    GROUP BY g."revisionId", g."answer", l."visitor"`;
  return groups.map(({ revisionId, answer, byMember, visitor, people, oldestAt, newestAt }) => ({
    revisionId,
    optionIds: chosenOptions(readGiven(answer)),
    people: Number(people),
    byMember: Boolean(byMember),
    visitor,
    oldestAt: new Date(oldestAt),
    newestAt: new Date(newestAt),
  }));
}
