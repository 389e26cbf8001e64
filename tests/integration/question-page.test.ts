import { expect, it } from "vitest";
import { getItem } from "#lib/attempts/read/attempt";
import { getQuestionPage } from "#lib/attempts/read/question-page";
import { answerQuestion } from "#lib/attempts/write/answer-question";
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

onEachDatabase("the page of a question", (database) => {
  type Owner = Viewer & { readonly learnerId: string };

  let syncs = 0;

  /** The bank of one question, which the exam asks. */
  function show(question: BankQuestion) {
    const content = makeBank([question], { ...definition, questions: 1 });
    return syncBank({ db: database.db, content, now: new Date(now.getTime() + ++syncs) });
  }

  async function newcomer(): Promise<Owner> {
    await show(makeQuestion("q"));
    return makeGuest(database.db);
  }

  const choice = (option: string) => ({ kind: "single", optionId: `q-${option}` }) as const;
  const page = (viewer: Viewer) => getQuestionPage(database.db, viewer, "sample", "q", now);

  async function answer(viewer: Owner, option: string) {
    const request = { db: database.db, viewer, examSlug: "sample", questionName: "q", answer: choice(option), now };
    expect(await answerQuestion(request)).toEqual({ ok: true, value: "checked" });
  }

  /** An attempt at the exam: answered, or left blank. */
  async function sit(viewer: Owner, mode: "mock" | "study", option: string | null) {
    const { db } = database;
    const started = await startAttempt({ db, viewer, examSlug: "sample", mode, seed: "s", now });
    if (!started.ok) throw new Error(started.error);
    const attemptId = started.value;
    const entry = { position: 1, field: "answer" as const, version: 1, madeAt: now.toISOString(), elapsedMs: 0 };
    const entries = option === null ? [] : [{ ...entry, value: choice(option) }];
    if (entries.length > 0)
      await saveAnswers({ db, viewer, attemptId, body: { clientId: "client-one", entries }, now });
    if (mode === "study") await checkAnswer({ db, viewer, attemptId, position: 1, now });
    await finishAttempt({ db, viewer, attemptId, now });
  }

  it("is marked with the language that its exam says, in an attempt and on its own page", async () => {
    const viewer = await newcomer();
    const say = (language?: string) =>
      syncBank({
        db: database.db,
        content: makeBank([makeQuestion("q")], { ...definition, questions: 1, ...(language && { language }) }),
        now: new Date(now.getTime() + ++syncs),
      });
    await say("de");
    expect((await page(viewer))?.question.stemHtml).toBe('<div lang="de" dir="ltr">What is q?</div>');
    const started = await startAttempt({ db: database.db, viewer, examSlug: "sample", mode: "study", seed: "s", now });
    if (!started.ok) throw new Error(started.error);
    const item = await getItem(database.db, viewer, started.value, 1, now);
    expect(item?.attempt.examLanguage).toBe("de");
    expect(item?.question.options[0]?.html).toContain('lang="de"');
    await say();
    expect((await page(viewer))?.question.stemHtml).toBe("What is q?");
    expect((await getItem(database.db, viewer, started.value, 1, now))?.attempt.examLanguage).toBeNull();
  });

  it("says nothing of an answer before there is one", async () => {
    expect(await page(await newcomer())).toMatchObject({ secret: null, first: null });
  });

  it("shows the answer that was given and its verdict", async () => {
    const viewer = await newcomer();
    await answer(viewer, "one");
    expect(await page(viewer)).toMatchObject({
      secret: { correct: true, answer: choice("one") },
      first: { state: "graded", wording: null },
    });
  });

  it("keeps a right answer right when the author mends a typo, and names the wording it was given to", async () => {
    const viewer = await newcomer();
    await answer(viewer, "one");
    await show(makeQuestion("q", { stem: "What is q, mended?" }));
    expect(await page(viewer)).toMatchObject({
      question: { stemText: "What is q, mended?" },
      secret: { correct: true, answer: choice("one") },
      first: { state: "graded", wording: 1 },
    });
  });

  it("gives no verdict at options of which the chosen one is gone, but says what it was", async () => {
    const [right, wrong] = [await newcomer(), await makeGuest(database.db)];
    await answer(right, "one");
    await answer(wrong, "two");
    const renamed = (text: string) => text.replaceAll('"q-', '"q-new-');
    const question = makeQuestion("q");
    const { publicPart, secretPart } = {
      publicPart: renamed(question.publicPart),
      secretPart: renamed(question.secretPart),
    };
    await show({ ...question, publicPart, secretPart, contentHash: "renamed" });
    expect(await page(right)).toMatchObject({
      secret: { answer: null },
      first: { state: "was-right", wording: expect.any(Number) },
    });
    expect(await page(wrong)).toMatchObject({
      secret: { answer: null },
      first: { state: "was-wrong", wording: expect.any(Number) },
    });
  });

  it("goes by the first answer, whatever was answered after the key had been seen", async () => {
    const viewer = await newcomer();
    await sit(viewer, "mock", "two");
    await sit(viewer, "study", "one");
    expect(await page(viewer)).toMatchObject({
      secret: { correct: false, answer: choice("two") },
      first: { state: "graded", wording: null },
    });
  });

  it("says that it was left blank in an exam", async () => {
    const viewer = await newcomer();
    await sit(viewer, "mock", null);
    expect(await page(viewer)).toMatchObject({ secret: { answer: null }, first: { state: "blank", wording: null } });
  });

  it("takes no answer to a wording that has changed meanwhile, but one to a question whose key or explanation alone has", async () => {
    const viewer = await newcomer();
    const { db } = database;
    const stamp = (await page(viewer))?.stamp ?? "";
    const send = (stamp: string) =>
      answerQuestion({ db, viewer, examSlug: "sample", questionName: "q", answer: choice("two"), stamp, now });
    await show(makeQuestion("q", { stem: "What is q not?" }));
    expect(await send(stamp)).toEqual({ ok: false, error: "edited" });
    expect(await page(viewer)).toMatchObject({ secret: null });
    const secretPart = makeQuestion("q").secretPart.replace("q-one", "q-two");
    await show(makeQuestion("q", { secretPart, contentHash: "of another key" }));
    expect((await page(viewer))?.stamp, "it depends on no key").toBe(stamp);
    expect(await send(stamp)).toEqual({ ok: true, value: "checked" });
    expect(await send("of an old page"), "once answered").toEqual({ ok: true, value: "checked" });
  });
});
