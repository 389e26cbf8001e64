import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/auth/viewer";
import { type Candidate, getExam, listCandidates } from "#lib/bank/queries";
import type { Database, Tx } from "#lib/db/database";
import { jsonRows } from "#lib/db/json-rows";
import { fail, ok, type Result } from "#lib/exam/result";
import { drawByBlueprint } from "#lib/exam/selection";
import { deadlineOf } from "#lib/exam/timing";
import type { AttemptMode, AttemptPlan } from "./plan.ts";

type Owner = Viewer & { readonly learnerId: string };

export interface StartRequest {
  readonly db: Database;
  readonly viewer: Owner;
  readonly examSlug: string;
  readonly mode: AttemptMode;
  readonly seed: string;
  readonly now: Date;
  /** For mode `question`: the one question's name. */
  readonly questionName?: string;
}

/** Draws an attempt and returns its id. Every question is pinned to the revision shown now. */
export async function startAttempt(request: StartRequest): Promise<Result<string, "no-such-exam" | "no-questions">> {
  const { db, viewer, examSlug, mode, seed, now } = request;
  const exam = await getExam(db, examSlug);
  if (exam === null) return fail("no-such-exam");
  const drawn = draw(request, await listCandidates(db, examSlug), exam.domains, exam.questions);
  if (drawn.length === 0) return fail("no-questions");
  const plan: AttemptPlan = {
    reveal: mode === "mock" ? "at-end" : "at-once",
    timeLimitMinutes: mode === "mock" ? exam.minutes : null,
    passing: exam.passing,
    scoring: exam.scoring,
  };
  const id = randomUUID();
  const attempt = { id, learnerId: viewer.learnerId, examSlug, mode, seed, plan: JSON.stringify(plan), startedAt: now };
  await db.write(async (tx) => {
    await tx.attempt.create({
      data: { ...attempt, deadlineAt: deadlineOf(now, plan.timeLimitMinutes) },
      select: { id: true },
    });
    await insertItems(db, tx, id, drawn);
  });
  return ok(id);
}

function draw(
  request: StartRequest,
  candidates: readonly Candidate[],
  domains: readonly { id: string; weight: number }[],
  count: number,
) {
  if (request.mode === "question") return candidates.filter((candidate) => candidate.name === request.questionName);
  const wanted = request.mode === "mock" ? count : candidates.length;
  return drawByBlueprint(candidates, domains, wanted, request.seed);
}

function insertItems(db: Database, tx: Tx, attemptId: string, drawn: readonly Candidate[]) {
  const rows = drawn.map(({ questionId, revisionId, domain }, i) => ({
    position: i + 1,
    questionId,
    revisionId,
    domain,
  }));
  const source = jsonRows(
    db.provider,
    { position: "integer", questionId: "text", revisionId: "text", domain: "text" },
    rows,
  );
  return tx.$executeRaw`
    INSERT INTO "AttemptItem" ("attemptId", "position", "questionId", "revisionId", "domain", "lateSync")
    SELECT ${attemptId}, rows."position", rows."questionId", rows."revisionId", rows."domain", FALSE FROM ${source}`;
}
