import { expect, it } from "vitest";
import { getOwnNote } from "#lib/attempts/read/own-note";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
const later = new Date("2026-11-22T13:00:00Z");

onEachDatabase("the own note on a question", (database) => {
  it("is the one that was written last, in whichever attempt, and nobody else's", async () => {
    const { db } = database;
    await syncSample(db);
    const [viewer, other] = [await makeGuest(db), await makeGuest(db)];
    const note = async (value: string, at: Date, field: "note" | "flag" = "note") => {
      const started = await startAttempt({ db, viewer, examSlug: "sample", mode: "drill", seed: value, now: at });
      if (!started.ok) throw new Error(started.error);
      const item = await db.read.attemptItem.findFirst({ where: { attemptId: started.value, questionId } });
      const position = item?.position ?? 0;
      const entry = { position, field, version: 1, madeAt: at.toISOString(), elapsedMs: 0 };
      const body = { clientId: "client-of-note", entries: [{ ...entry, value: field === "flag" ? true : value }] };
      await saveAnswers({ db, viewer, attemptId: started.value, body, now: at });
    };
    const questionId = (await db.read.question.findFirst({ where: { examSlug: "sample" } }))?.id ?? "";
    expect(await getOwnNote(db, viewer, questionId)).toBeNull();
    await note("First", now);
    await note("Second", later);
    await note("flagged", now, "flag");
    const found = await getOwnNote(db, viewer, questionId);
    expect(found).toMatchObject({ questionId, note: "Second", isFlagged: true });
    expect(await getOwnNote(db, other, questionId)).toBeNull();
  });
});
