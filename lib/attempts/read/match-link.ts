import type { Database } from "#lib/db/database";
import { type BankMatch, matchBank } from "../shared-hash.ts";
import { bankHash } from "./bank-hash.ts";
import { namedQuestions } from "./earlier-answers.ts";

export type LinkMatch = BankMatch | "nobodys";

/** Whether a link leads to the exam that it was made from. "nobodys": nobody has taken that exam, or the attempt was erased. */
export async function matchLink(db: Database, examSlug: string, seed: string, bank: unknown): Promise<LinkMatch> {
  if ((await namedQuestions(db, examSlug, seed)) === null) return "nobodys";
  return matchBank(bank, await bankHash(db, examSlug));
}
