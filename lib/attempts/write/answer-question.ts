import type { Viewer } from "#lib/auth/viewer";
import { findQuestion } from "#lib/bank/read/exams";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import type { DecimalSign } from "#lib/exam/decimal-sign";
import type { Answer } from "#lib/exam/question";
import { fail, ok, type Result } from "#lib/exam/result";
import { notReady } from "#lib/exam/validation";
import { questionPageSeed } from "../question-page-order.ts";
import { hasAnswered } from "../read/standing.ts";
import { answerShape } from "../schema.ts";
import { shownStamp } from "../shown-stamp.ts";
import { type CheckRefusal, checkAnswer } from "./check-answer.ts";
import { saveAnswers } from "./save-answers.ts";
import { startAttempt } from "./start-attempt.ts";

/**
 * Answers one question on its own page: an attempt of one item, started, answered and checked at once. Once answered it stays.
 * `edited`: what the learner read is not what the question says now.
 */
export async function answerQuestion(request: {
  readonly db: Database;
  readonly viewer: Viewer & { readonly learnerId: string };
  readonly examSlug: string;
  readonly questionName: string;
  readonly answer: Answer | null;
  /** Of the wording that the learner read (shown-stamp.ts); without it, that of the question as it is now. */
  readonly stamp?: string;
  /** How the learner writes decimals. */
  readonly decimal?: DecimalSign;
  readonly now: Date;
}): Promise<Result<"checked", CheckRefusal | "too-many-starts" | "edited">> {
  const { db, viewer, examSlug, questionName, answer, stamp, decimal, now } = request;
  const question = await findQuestion(db, examSlug, questionName);
  if (question === null || question.retired) return fail("no-such-item");
  // The form was sent twice, or again by a reload: the first answer has already disclosed the question.
  if (await hasAnswered(db, viewer, question.questionId)) return ok("checked");
  const part = (await publicPartsOf(db.read, [question.revisionId])).get(question.revisionId);
  if (part !== undefined && stamp !== undefined && stamp !== shownStamp(part)) return fail("edited");
  const reason = part === undefined ? "foreign-answer" : notReady(part, answer, decimal);
  if (reason !== null) return fail(reason);
  // No form here sends a longer one.
  if (!answerShape.nullable().safeParse(answer).success) return fail("foreign-answer");
  const started = await startAttempt({
    db,
    viewer,
    examSlug,
    questionName,
    mode: "question",
    seed: questionPageSeed,
    now,
  });
  if (!started.ok) return fail(started.error === "too-many-starts" ? "too-many-starts" : "no-such-item");
  const attemptId = started.value;
  const entry = {
    position: 1,
    field: "answer" as const,
    version: 1,
    value: answer,
    madeAt: now.toISOString(),
    elapsedMs: 0,
  };
  await saveAnswers({ db, viewer, attemptId, body: { clientId: "question-page", entries: [entry] }, now });
  const checked = await checkAnswer({ db, viewer, attemptId, position: 1, now, ...(decimal && { decimal }) });
  return checked.ok ? ok("checked") : checked;
}
