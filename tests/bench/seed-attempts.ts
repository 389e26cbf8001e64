import { finishAttempt } from "#lib/attempts/write/finish";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import type { Answer, PublicQuestion } from "#lib/exam/question";
import { examSlug, type Learner } from "./bench-app.ts";

export interface SeededAttempt {
  readonly id: string;
  readonly learner: Learner;
  readonly items: readonly { readonly position: number; readonly questionId: string; readonly answer: Answer }[];
}

/** Starts an attempt; the same seed draws the same questions. */
export async function seedAttempt(
  db: Database,
  learner: Learner,
  mode: "mock" | "study",
  seed: string,
): Promise<SeededAttempt> {
  const started = await startAttempt({ db, viewer: learner.viewer, examSlug, mode, seed, now: new Date() });
  if (!started.ok) throw new Error(`the attempt could not be started: ${started.error}`);
  return read(db, learner, started.value);
}

/** The attempt that this learner has started in another way; the newest if there are several. */
export async function attemptOf(db: Database, learner: Learner): Promise<SeededAttempt> {
  const where = { learnerId: learner.viewer.learnerId };
  const found = await db.read.attempt.findFirst({ where, select: { id: true }, orderBy: { startedAt: "desc" } });
  if (found === null) throw new Error(`${learner.viewer.learnerId} has begun no attempt`);
  return read(db, learner, found.id);
}

async function read(db: Database, learner: Learner, id: string): Promise<SeededAttempt> {
  const rows = await db.read.attemptItem.findMany({
    where: { attemptId: id },
    select: { position: true, questionId: true, revisionId: true },
    orderBy: { position: "asc" },
  });
  const parts = await publicPartsOf(
    db.read,
    rows.map((row) => row.revisionId),
  );
  const items = rows.map(({ position, questionId, revisionId }) => ({
    position,
    questionId,
    answer: anyAnswer(parts.get(revisionId) as PublicQuestion),
  }));
  return { id, learner, items };
}

/** Saves an answer to every item, in one batch. */
export async function answerAll(db: Database, { id, learner, items }: SeededAttempt): Promise<void> {
  const madeAt = new Date().toISOString();
  const entries = items.map(({ position, answer }) => ({
    position,
    field: "answer" as const,
    version: 1,
    value: answer,
    madeAt,
    elapsedMs: 5_000,
  }));
  const body = { clientId: "bench-seed", entries };
  const saved = await saveAnswers({ db, viewer: learner.viewer, attemptId: id, body, now: new Date() });
  if (!saved.ok || saved.value.saved !== entries.length)
    throw new Error(`answers were refused: ${JSON.stringify(saved)}`);
}

export async function finish(db: Database, { id, learner }: SeededAttempt): Promise<void> {
  await finishAttempt({ db, viewer: learner.viewer, attemptId: id, now: new Date() });
}

/** The first possible answer, right or wrong. */
function anyAnswer(question: PublicQuestion): Answer {
  switch (question.kind) {
    case "single":
      return { kind: "single", optionId: question.options[0]?.id ?? "" };
    case "multiple":
      return { kind: "multiple", optionIds: question.options.slice(0, question.select).map((option) => option.id) };
    case "ordering":
      return { kind: "ordering", optionIds: question.options.map((option) => option.id) };
    case "matching":
      return {
        kind: "matching",
        pairs: Object.fromEntries(question.prompts.map((prompt, i) => [prompt.id, question.options[i]?.id ?? ""])),
      };
    case "numeric":
      return { kind: "numeric", value: "1" };
    case "text":
      return { kind: "text", value: "text" };
    case "cloze":
      return {
        kind: "cloze",
        pairs: Object.fromEntries(question.cloze.blanks.map(({ id, optionIds }) => [id, optionIds[0] ?? ""])),
      };
  }
}

/** The request that the page sends when an option is chosen. */
export function saveTarget(attempt: SeededAttempt, position: number, answer: Answer) {
  const entry = `{"position":${position},"field":"answer","version":%N%,"value":${JSON.stringify(answer)},"madeAt":"%NOW%","elapsedMs":5000}`;
  return {
    path: `/api/attempts/${attempt.id}/answers`,
    method: "PUT",
    headers: { ...attempt.learner.headers, "Content-Type": "application/json" },
    body: `{"clientId":"bench-client","entries":[${entry}]}`,
    group: "save",
  };
}

/** An answer to the question in its current wording. */
export async function anyAnswerTo(db: Database, exam: string, name: string): Promise<Answer> {
  const question = await db.read.question.findUniqueOrThrow({
    where: { examSlug_name: { examSlug: exam, name } },
    select: { revisionId: true },
  });
  const id = question.revisionId ?? "";
  return anyAnswer((await publicPartsOf(db.read, [id])).get(id) as PublicQuestion);
}
