import { expect, it } from "vitest";
import { getItem } from "#lib/attempts/read/attempt";
import { getResult } from "#lib/attempts/read/get-result";
import { checkAnswer } from "#lib/attempts/write/check-answer";
import { finishAttempt } from "#lib/attempts/write/finish";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import type { BankQuestion } from "#lib/bank/bank-content";
import { syncBank } from "#lib/bank/write/sync";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");

onEachDatabase("a question whose key is mended while an attempt asks it", (database) => {
  type Owner = Viewer & { readonly learnerId: string };
  let syncs = 0;

  function show(question: BankQuestion) {
    const content = makeBank([question], { ...definition, questions: 1 });
    return syncBank({ db: database.db, content, now: new Date(now.getTime() + ++syncs) });
  }

  async function begin(viewer: Owner, mode: "mock" | "study"): Promise<string> {
    await show(makeQuestion("q"));
    const started = await startAttempt({ db: database.db, viewer, examSlug: "sample", mode, seed: "s", now });
    if (!started.ok) throw new Error(started.error);
    return started.value;
  }

  async function answerFirst(viewer: Owner, attemptId: string) {
    const value = { kind: "single", optionId: "q-one" };
    const entry = { position: 1, field: "answer" as const, version: 1, madeAt: now.toISOString(), elapsedMs: 0, value };
    await saveAnswers({ db: database.db, viewer, attemptId, body: { clientId: "client-one", entries: [entry] }, now });
  }

  const mended = () => {
    const question = makeQuestion("q");
    const secretPart = question.secretPart.replace('"q-one"', '"q-two"');
    return show({ ...question, secretPart, contentHash: "mended" });
  };

  it("is judged by the wording that was asked, and says so in study", async () => {
    const { db } = database;
    const viewer = await makeGuest(db);
    const attemptId = await begin(viewer, "study");
    const item = () => getItem(db, viewer, attemptId, 1, now);
    await answerFirst(viewer, attemptId);
    await mended();
    expect(await item(), "nothing before the answer").toMatchObject({ secret: null, hasNewKey: false });
    await checkAnswer({ db, viewer, attemptId, position: 1, now });
    expect(await item()).toMatchObject({ secret: { correct: true }, hasNewKey: true });
    await show(makeQuestion("q", { stem: "What is q, in other words?" }));
    expect(await item(), "other words, the same key").toMatchObject({ hasNewKey: false });
  });

  it("says so in a result", async () => {
    const { db } = database;
    const viewer = await makeGuest(db);
    const attemptId = await begin(viewer, "mock");
    await answerFirst(viewer, attemptId);
    await mended();
    await finishAttempt({ db, viewer, attemptId, now });
    expect((await getResult(db, viewer, attemptId, now))?.items).toMatchObject([
      { secret: { correct: true }, hasNewKey: true },
    ]);
  });
});
