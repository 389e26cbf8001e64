import type { Database } from "#lib/db/database";
import type { DisputeNote } from "#lib/exam/dispute";
import type { BankContent } from "../bank-content.ts";

type Dispute = { reason: string; verdict: string | null; verdictReason: string | null; settledAt: Date | null };

interface Noted {
  readonly examSlug: string;
  readonly name: string;
  readonly note: DisputeNote;
}

/**
 * Stores what files say about disputed keys: opens disputes and settles them. A dispute of a question that is no longer
 * asked ends as retired. Call it after a sync; a second call changes nothing.
 */
export async function keepDisputes(request: {
  readonly db: Database;
  readonly content: Pick<BankContent, "exams">;
  readonly now: Date;
}): Promise<void> {
  const { db, content, now } = request;
  const noted = content.exams.flatMap(({ slug, questions }) =>
    questions.flatMap(({ name, dispute }): Noted[] =>
      dispute == null ? [] : [{ examSlug: slug, name, note: dispute }],
    ),
  );
  for (const { examSlug, name, note } of noted) {
    const where = { examSlug_name: { examSlug, name } };
    const question = await db.read.question.findUnique({ where, select: { id: true, revisionId: true } });
    if (question?.revisionId == null) continue;
    const { id: questionId, revisionId } = question;
    await keepOne(db, { questionId, revisionId }, note, now);
  }
  await endRetired(db, now);
}

interface Shown {
  readonly questionId: string;
  readonly revisionId: string;
}

const dayMs = 86_400_000;
const columns = {
  revisionId: "text",
  questionId: "text",
  openedAt: "timestamp",
  openedBy: "text",
  reason: "text",
  verdict: "text",
  verdictReason: "text",
  settledAt: "timestamp",
} as const;

async function keepOne(db: Database, shown: Shown, { status, reason, day }: DisputeNote, now: Date): Promise<void> {
  const opened = { ...shown, openedAt: now, openedBy: "author" };
  const insert = (row: Pick<Dispute, "reason" | "verdict" | "verdictReason" | "settledAt">) =>
    db.insertMissing({ table: "Dispute", columns, rows: [{ ...opened, ...row }] });
  if (status === "open") {
    await insert({ reason, verdict: null, verdictReason: null, settledAt: null });
    return;
  }
  const ending = { verdict: status, verdictReason: reason, settledAt: now };
  // A verdict settles what was open on its day, including disputes of the wording before; a later doubt is a new
  // dispute.
  const openedAt = { lt: new Date(Date.parse(day) + dayMs) };
  await db.write((tx) =>
    tx.dispute.updateMany({ where: { questionId: shown.questionId, verdict: null, openedAt }, data: ending }),
  );
  // So that the verdict of another installation is known here, and nothing opens the same dispute again. A new key can
  // be disputed.
  if (status === "key-stands") await insert({ reason: "", ...ending });
}

async function endRetired(db: Database, now: Date): Promise<void> {
  const retired = await db.read.$queryRaw<{ readonly revisionId: string }[]>`
    SELECT d."revisionId" FROM "Dispute" d JOIN "Question" q ON q."id" = d."questionId"
    WHERE d."verdict" IS NULL AND q."retiredAt" IS NOT NULL`;
  if (retired.length === 0) return;
  const revisionId = { in: retired.map((row) => row.revisionId) };
  const ending = { verdict: "retired", verdictReason: "", settledAt: now };
  await db.write((tx) => tx.dispute.updateMany({ where: { revisionId, verdict: null }, data: ending }));
}
