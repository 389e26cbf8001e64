import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { openPositions } from "#lib/exam/attempt";
import { destination } from "#lib/exam/destination";
import { readAnswer, sharesPlace } from "#lib/exam/read-answer";
import { getItem, type ItemView } from "./queries.ts";
import { saveAnswers } from "./save-answers.ts";
import type { SaveBody } from "./schema.ts";

export interface SavedItemForm {
  readonly attemptId: string;
  readonly position: number;
  readonly intent: string;
  /** The address that the pressed button leads to. */
  readonly goTo: string;
  /** Two entries of its order share a place: the order that was kept before stays. */
  readonly sharesPlace: boolean;
}

/**
 * Keeps what a posted item form holds: its answer and, when such a button was pressed, a flag or a ruled-out option.
 * Null when the viewer has no such item. Posting the same form again changes nothing.
 */
export async function saveItemForm(request: {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly form: FormData;
  readonly now: Date;
}): Promise<SavedItemForm | null> {
  const { db, viewer, form, now } = request;
  const attemptId = String(form.get("attempt") ?? "");
  const position = Number(form.get("position"));
  const item = await getItem(db, viewer, attemptId, position);
  if (item === null) return null;
  const [intent = "", argument = String(form.get("go-to") ?? "")] = String(form.get("intent") ?? "").split(":");
  const entries = changes(form, item, intent, argument).map((change) => ({
    ...change,
    position,
    version: (item.marks.stamps[change.field]?.version ?? 0) + 1,
    madeAt: now.toISOString(),
    elapsedMs: item.marks.elapsedMs,
  }));
  if (entries.length > 0)
    await saveAnswers({ db, viewer, attemptId, body: { clientId: `form-${randomUUID()}`, entries }, now });
  return {
    attemptId,
    position,
    intent,
    goTo: `/attempts/${attemptId}/${destination(intent, argument, position, openPositions(item.attempt.sitting, now))}`,
    sharesPlace: sharesPlace(form),
  };
}

type Change = Pick<SaveBody["entries"][number], "field" | "value">;

function changes(form: FormData, item: ItemView, intent: string, argument: string): Change[] {
  const { marks, question } = item;
  const answer = intent === "dont-know" ? ({ kind: "dont-know" } as const) : readAnswer(question.kind, form);
  const result: Change[] = [];
  const isChanged = JSON.stringify(answer) !== JSON.stringify(marks.answer);
  if (isChanged && (answer !== null || isCleared(form, item))) result.push({ field: "answer", value: answer });
  const note = form.get("note");
  if (typeof note === "string" && note !== marks.note) result.push({ field: "note", value: note });
  const confidence = form.get("confidence");
  if (typeof confidence === "string" && (confidence || null) !== marks.confidence)
    result.push({ field: "confidence", value: confidence || null });
  if (intent === "flag") result.push({ field: "flag", value: !marks.flagged });
  if (intent === "rule-out") result.push({ field: "rule-out", value: toggled(marks.ruledOut, argument) });
  return result;
}

/** An item that is open has its fields in the form: those that hold nothing are an answer that was taken back. */
function isCleared(form: FormData, { marks, secret, isWithheld }: ItemView): boolean {
  if (secret !== null || isWithheld || marks.answer?.kind === "dont-know") return false;
  return !sharesPlace(form);
}

function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
