import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Viewer } from "#lib/auth/viewer";
import type { Database } from "#lib/db/database";
import { openPositions } from "#lib/exam/attempt";
import { destination } from "#lib/exam/destination";
import type { EntryField } from "#lib/exam/entries";
import { sharesPlace } from "#lib/exam/form-fields";
import { readAnswer } from "#lib/exam/read-answer";
import { readButton, toggled } from "../item-button.ts";
import { getItem, type ItemView } from "../read/attempt.ts";
import { entryShape } from "../schema.ts";
import { saveAnswers } from "./save-answers.ts";

export interface SavedItemForm {
  readonly attemptId: string;
  readonly position: number;
  readonly intent: string;
  /** The address that the pressed button leads to. */
  readonly goTo: string;
  /** Two entries of its order share a position, so the previous order stays. */
  readonly sharesPlace: boolean;
  /** What could not be saved, because it is longer than the form allows or not valid at all. */
  readonly refused: FormRefusal | null;
}

export type FormRefusal = "answer-too-long" | "note-too-long" | "not-understood";

/**
 * Saves what a posted item form contains: its answer and, depending on the button, a flag or a ruled-out option.
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
  const item = await getItem(db, viewer, attemptId, position, now);
  if (item === null) return null;
  const { intent, argument } = readButton(form);
  const read = changes(form, item, intent, argument).map(({ field, value }) => {
    const version = (item.marks.stamps[field]?.version ?? 0) + 1;
    const entry = { field, value, position, version, madeAt: now.toISOString(), elapsedMs: item.marks.elapsedMs };
    return { field, parsed: entryShape.safeParse(entry) };
  });
  const entries = read.flatMap(({ parsed }) => parsed.data ?? []);
  if (entries.length > 0)
    await saveAnswers({ db, viewer, attemptId, body: { clientId: `form-${randomUUID()}`, entries }, now });
  const wrong = read.find(({ parsed }) => !parsed.success);
  return {
    attemptId,
    position,
    intent,
    goTo: `/attempts/${attemptId}/${destination(intent, argument, position, openPositions(item.attempt.sitting, now))}`,
    sharesPlace: sharesPlace(form),
    refused: wrong?.parsed.error === undefined ? null : refusalOf(wrong.field, wrong.parsed.error),
  };
}

function refusalOf(field: EntryField, { issues }: z.ZodError): FormRefusal {
  const isTooLong = issues.some(({ code }) => code === "too_big");
  if (field === "note" && isTooLong) return "note-too-long";
  return field === "answer" && isTooLong ? "answer-too-long" : "not-understood";
}

/** One change as stated by the form; `entryShape` decides whether it can be saved. */
interface Change {
  readonly field: EntryField;
  readonly value: unknown;
}

function changes(form: FormData, item: ItemView, intent: string, argument: string): Change[] {
  const { marks, question } = item;
  const answer = intent === "dont-know" ? ({ kind: "dont-know" } as const) : readAnswer(question.kind, form);
  const result: Change[] = [];
  const isChanged = JSON.stringify(answer) !== JSON.stringify(marks.answer);
  if (isChanged && (answer !== null || isCleared(form, item))) result.push({ field: "answer", value: answer });
  // A browser sends two characters for each line end, but counts one.
  const note = form.get("note")?.toString().replaceAll("\r\n", "\n");
  if (typeof note === "string" && note !== marks.note) result.push({ field: "note", value: note });
  const confidence = form.get("confidence");
  if (typeof confidence === "string" && (confidence || null) !== marks.confidence)
    result.push({ field: "confidence", value: confidence || null });
  if (intent === "flag") result.push({ field: "flag", value: !marks.flagged });
  if (intent === "rule-out") result.push({ field: "rule-out", value: toggled(marks.ruledOut, argument) });
  return result;
}

/** The form of an open item contains its fields, so empty fields mean that the answer was cleared. */
function isCleared(form: FormData, { marks, secret, isWithheld }: ItemView): boolean {
  if (secret !== null || isWithheld || marks.answer?.kind === "dont-know") return false;
  return !sharesPlace(form);
}
