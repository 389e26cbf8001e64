import { checkAnswer } from "#lib/attempts/write/check-answer";
import { finishAttempt } from "#lib/attempts/write/finish";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { publicPartsOf, secretPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import type { Answer, AnswerKey, PublicQuestion } from "#lib/exam/question";
import type { Random } from "#lib/exam/random";
import type { MemberViewer } from "../support/discussion-world.ts";

/** The exam that all of them sit. */
export const exam = "nca-genl";
const itemMs = 45_000;

interface Sitting {
  readonly db: Database;
  readonly viewer: MemberViewer;
  readonly random: Random;
  readonly at: Date;
  readonly mode: "mock" | "study";
  /** How many of its items are answered. */
  readonly count: number;
  /** The share of them that is answered right. */
  readonly skill: number;
  readonly ends: boolean;
}

/** Sits an attempt from `at` on, one item after the other. Returns its id. */
export async function sit({ db, viewer, random, at, mode, count, skill, ends }: Sitting): Promise<string> {
  const choices = mode === "study" && ends ? { count } : {};
  const started = await startAttempt({
    db,
    viewer,
    examSlug: exam,
    mode,
    seed: `${random.integer(1e9)}`,
    choices,
    now: at,
  });
  if (!started.ok) throw new Error(`the attempt could not be started: ${started.error}`);
  const attemptId = started.value;
  const where = { attemptId, position: { lte: count } };
  const items = await db.read.attemptItem.findMany({ where, select: { position: true, revisionId: true } });
  const ids = items.map((item) => item.revisionId);
  const [questions, secrets] = [await publicPartsOf(db.read, ids), await secretPartsOf(db.read, ids)];
  let time = at.getTime();
  for (const { position, revisionId } of items.sort((a, b) => a.position - b.position)) {
    const elapsedMs = Math.round(itemMs * (0.4 + random.integer(100) / 70));
    time += elapsedMs;
    const isRight = random.integer(100) < 100 * skill;
    const answer = answerTo(
      questions.get(revisionId) as PublicQuestion,
      secrets.get(revisionId)?.key as AnswerKey,
      isRight,
      random,
    );
    const confidence =
      isRight && random.integer(5) > 0 ? "sure" : (["guess", "unsure", "sure"] as const)[random.integer(3)];
    const common = { position, version: 1, madeAt: new Date(time).toISOString(), elapsedMs };
    const entries = [
      { ...common, field: "answer", value: answer },
      { ...common, field: "confidence", value: confidence },
      ...(position % 9 === 0 ? [{ ...common, field: "flag", value: true }] : []),
      ...(position % 14 === 0
        ? [{ ...common, field: "note", value: "Compare with the encoder: which of them sees what comes after?" }]
        : []),
    ];
    const now = new Date(time);
    const saved = await saveAnswers({ db, viewer, attemptId, body: { clientId: "client-of-pictures", entries }, now });
    if (!saved.ok || saved.value.saved !== entries.length) throw new Error(`refused: ${JSON.stringify(saved)}`);
    if (mode === "study") await checkAnswer({ db, viewer, attemptId, position, now });
  }
  if (ends) await finishAttempt({ db, viewer, attemptId, now: new Date(time + 5_000) });
  return attemptId;
}

/** The key, or something else that could be answered. */
function answerTo(question: PublicQuestion, key: AnswerKey, isRight: boolean, random: Random): Answer {
  if (isRight) return rightAnswer(key);
  switch (question.kind) {
    case "single": {
      const wrong = question.options.filter(({ id }) => key.kind !== "single" || id !== key.optionId);
      return { kind: "single", optionId: wrong[random.integer(wrong.length)]?.id ?? "" };
    }
    case "multiple":
      return { kind: "multiple", optionIds: question.options.slice(0, question.select).map(({ id }) => id) };
    default:
      return { kind: "dont-know" };
  }
}

function rightAnswer(key: AnswerKey): Answer {
  if (key.kind === "numeric") return { kind: "numeric", value: `${key.value}` };
  return key.kind === "text" ? { kind: "text", value: key.accepted[0] ?? "" } : key;
}
