import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/auth/viewer";
import type { Problem } from "#lib/content/problem";
import type { Database, Read, Tx } from "#lib/db/database";
import { lockRow } from "#lib/db/lock-row";
import { isSuspended } from "#lib/discussion/write/check-limits";
import { fail, ok, type Result } from "#lib/exam/result";
import { mayTry } from "#lib/limits/count-try";
import { applyInThread } from "../apply-in-thread.ts";
import type { Submission } from "../apply-suggestion.ts";
import { blobName, hunksOf } from "../git-patch.ts";
import { type PublishedSource, publishedSource, type SourceRefusal } from "../read/published-source.ts";

export interface SuggestionRequest {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly place: { readonly examSlug: string; readonly questionName: string };
  /** Git's hash of the state of the file that the form was made from. */
  readonly base: string;
  readonly submission: Submission;
  readonly now: Date;
}

export type CheckRefusal =
  | SourceRefusal
  | "sign-in-first"
  | "suspended"
  | "changed-meanwhile"
  | "no-question"
  | "nothing-changed"
  | "too-much"
  | "busy"
  | "many-checks";

/** The result of a suggestion, before it is sent. */
export interface CheckedSuggestion {
  readonly source: PublishedSource;
  readonly after: string;
  readonly problems: readonly Problem[];
  /** The lines that change. */
  readonly hunks: string;
}

/** Applies what a learner wrote to the question's file and returns the checker's problems. Writes nothing. */
export async function checkSuggestion(request: SuggestionRequest): Promise<Result<CheckedSuggestion, CheckRefusal>> {
  const { db, viewer, place, base, submission, now } = request;
  if (viewer.member === null) return fail("sign-in-first");
  if (await isHeldBack(db.read, viewer.member.userId, now)) return fail("suspended");
  const source = await publishedSource(db, viewer, place, now);
  if (!source.ok) return source;
  if (!(await mayTry(db, "suggestion-check-by-account", viewer.member.userId, now))) return fail("many-checks");
  const { file, raw, order } = source.value;
  if (blobName(raw) !== base) return fail("changed-meanwhile");
  const applied = await applyInThread({ file, raw, order, submission });
  if (!applied.ok) return applied;
  const { raw: after, problems } = applied.value;
  return ok({ source: source.value, after, problems, hunks: hunksOf(raw, after) });
}

async function isHeldBack(read: Read | Tx, id: string, now: Date): Promise<boolean> {
  return isSuspended(await read.user.findUniqueOrThrow({ where: { id }, select: { suspendedUntil: true } }), now);
}

/** Whether the authors could accept it as it is: without errors, and without an unclear letter. */
export function isSendable(problems: readonly Problem[]): boolean {
  return problems.every(({ rule, severity }) => severity !== "error" && rule !== "letter-unclear");
}

/** Sends what was checked just now to the authors. */
export async function sendSuggestion(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly checked: CheckedSuggestion;
  readonly comment: string;
  readonly now: Date;
}): Promise<Result<"sent", "sign-in-first" | "suspended" | "not-sendable" | "enough-today">> {
  const { db, viewer, checked, comment, now } = request;
  const proposerId = viewer.member?.userId;
  if (proposerId === undefined) return fail("sign-in-first");
  if (!isSendable(checked.problems)) return fail("not-sendable");
  if (!(await mayTry(db, "suggestion-by-account", proposerId, now))) return fail("enough-today");
  const { source, after } = checked;
  const { questionId, revisionId, file, raw: before } = source;
  const data = { id: randomUUID(), questionId, revisionId, proposerId, file, before, after, comment, createdAt: now };
  // A form that is sent twice creates one suggestion.
  const same = { questionId, proposerId, after, state: "open" };
  return db.write(async (tx) => {
    await lockRow(tx, "user", proposerId);
    if (await isHeldBack(tx, proposerId, now)) return fail("suspended");
    if ((await tx.suggestion.count({ where: same })) === 0) await tx.suggestion.create({ data, select: { id: true } });
    return ok("sent");
  });
}
