import { expect, it } from "vitest";
import { getItem } from "#lib/attempts/read/attempt";
import { answerQuestion } from "#lib/attempts/write/answer-question";
import { closeOpenSection } from "#lib/attempts/write/close-section";
import { saveItemForm } from "#lib/attempts/write/item-form";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import { syncBank } from "#lib/bank/write/sync";
import type { Question } from "#lib/exam/question";
import { definition, makeBank, makeQuestion, syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
const stem = { stemHtml: "<p>?</p>", stemText: "?", scenario: null };
const options = ["a", "b", "c"].map((id) => ({ id, html: id, text: id }));
const publics: Readonly<Record<string, Question["public"]>> = {
  ordering: { ...stem, kind: "ordering", options },
  multiple: { ...stem, kind: "multiple", options, select: 2, shuffle: true, pinned: [] },
  numeric: { ...stem, kind: "numeric", unit: null },
};

onEachDatabase("an item's form without script", (database) => {
  async function begin(kind: string) {
    const { db } = database;
    const question = makeQuestion("only", { domain: "a" });
    const publicPart = JSON.stringify(publics[kind]);
    const bank = makeBank([{ ...question, publicPart, contentHash: `${question.contentHash}-${kind}` }], definition);
    await syncBank({ db, content: bank, now });
    const viewer = await makeGuest(db);
    const started = await startAttempt({ db, viewer, examSlug: "sample", mode: "study", seed: "seed", now });
    if (!started.ok) throw new Error(started.error);
    return { viewer, attemptId: started.value };
  }

  async function post(
    viewer: Viewer,
    attemptId: string,
    fields: readonly (readonly [string, string])[],
    { position = "1", intent = "flag" } = {},
  ) {
    const form = new FormData();
    const own = { attempt: attemptId, position, intent };
    for (const [name, value] of [...Object.entries(own), ...fields]) form.append(name, value);
    const saved = await saveItemForm({ db: database.db, viewer, form, now });
    return { saved, answer: (await getItem(database.db, viewer, attemptId, 1, now))?.marks.answer };
  }

  it.each([
    ["multiple", ["option", "a"], { kind: "multiple", optionIds: ["a"] }],
    ["numeric", ["value", "7"], { kind: "numeric", value: "7" }],
    ["ordering", ["place:a", "2"], { kind: "ordering", optionIds: ["", "a"] }],
  ] as const)("takes an answer back that was emptied: %s", async (kind, field, answer) => {
    const { viewer, attemptId } = await begin(kind);
    expect(await post(viewer, attemptId, [field])).toMatchObject({ answer });
    expect((await post(viewer, attemptId, [])).answer).toBeNull();
  });

  it("leads to its own attempt, whatever address somebody slips into it: of this one a browser drops the tab", async () => {
    const { viewer, attemptId } = await begin("numeric");
    const { saved } = await post(viewer, attemptId, [["returnTo", "/\t/evil.example"]]);
    expect(saved?.goTo).toBe(`/attempts/${attemptId}/1`);
  });

  it("stays within the open section, and leads from its last question to its review, where it is closed", async () => {
    const { db } = database;
    const sections = ["a", "b"].map((domain) => ({ title: domain, domains: [domain], minutes: 10 }));
    const questions = ["q0", "q1", "q2", "q3"].map((name, i) => makeQuestion(name, { domain: i < 2 ? "a" : "b" }));
    await syncBank({ db, content: makeBank(questions, { ...definition, sections }), now });
    const viewer = await makeGuest(db);
    const started = await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed: "seed", now });
    if (!started.ok) throw new Error(started.error);
    const attemptId = started.value;
    const lead = async (position: string, intent: string) =>
      (await post(viewer, attemptId, [], { position, intent })).saved?.goTo;
    expect(await lead("1", "next")).toBe(`/attempts/${attemptId}/2`);
    expect(await lead("2", "next")).toBe(`/attempts/${attemptId}/review`);
    expect(await lead("2", "go:4")).toBe(`/attempts/${attemptId}/2`);
    await closeOpenSection({ db, viewer, attemptId, index: 0, now });
    expect(await lead("3", "previous")).toBe(`/attempts/${attemptId}/3`);
    expect(await lead("4", "next")).toBe(`/attempts/${attemptId}/review`);
  });

  it("keeps the order that was kept while two entries share a place, and says so", async () => {
    const { viewer, attemptId } = await begin("ordering");
    const places = (a: string, b: string, c: string) =>
      [
        ["place:a", a],
        ["place:b", b],
        ["place:c", c],
      ] as const;
    const answer = { kind: "ordering", optionIds: ["c", "a", "b"] };
    expect(await post(viewer, attemptId, places("2", "3", "1"))).toMatchObject({
      answer,
      saved: { sharesPlace: false },
    });
    expect(await post(viewer, attemptId, places("2", "2", "1"))).toMatchObject({
      answer,
      saved: { sharesPlace: true },
    });
  });

  it.each([
    ["note", "x".repeat(200_000), "note-too-long"],
    ["confidence", "banana", "not-understood"],
    ["value", "7".repeat(200_000), "answer-too-long"],
  ])("keeps no %s that a device could not send, says so, and keeps the rest", async (name, value, refused) => {
    const { viewer, attemptId } = await begin("numeric");
    const { saved } = await post(viewer, attemptId, [[name, value]]);
    expect(saved?.refused).toBe(refused);
    expect((await getItem(database.db, viewer, attemptId, 1, now))?.marks).toMatchObject({
      answer: null,
      note: "",
      confidence: null,
      flagged: true,
    });
  });

  it("keeps a note of as many characters as the browser counted, whose lines it ends with two", async () => {
    const { viewer, attemptId } = await begin("numeric");
    const { saved } = await post(viewer, attemptId, [["note", "x\r\n".repeat(2_000)]]);
    expect(saved?.refused).toBeNull();
    expect((await getItem(database.db, viewer, attemptId, 1, now))?.marks.note).toBe("x\n".repeat(2_000));
  });
});

onEachDatabase("a question on its own page", (database) => {
  it("is answered once, however often its form arrives", async () => {
    const { db } = database;
    await syncSample(db);
    const viewer = await makeGuest(db);
    const asked = await db.read.question.findFirst({
      where: { examSlug: "sample", retiredAt: null },
      select: { name: true },
    });
    const answer = { kind: "dont-know" } as const;
    const send = () => answerQuestion({ db, viewer, examSlug: "sample", questionName: asked?.name ?? "", answer, now });
    expect(await send()).toEqual({ ok: true, value: "checked" });
    expect(await send()).toEqual({ ok: true, value: "checked" });
    expect(await db.read.attempt.count({ where: { learnerId: viewer.learnerId } })).toBe(1);
    expect(await db.read.card.findMany({ where: { learnerId: viewer.learnerId } })).toMatchObject([{ reviews: 1 }]);
  });

  it("begins nothing with an answer that is longer than any form takes", async () => {
    const { db } = database;
    const question = makeQuestion("only", { domain: "a" });
    const publicPart = JSON.stringify(publics.numeric);
    const bank = makeBank([{ ...question, publicPart, contentHash: `${question.contentHash}-long` }], definition);
    await syncBank({ db, content: bank, now });
    const viewer = await makeGuest(db);
    const answer = { kind: "numeric", value: "7".repeat(200_000) } as const;
    const answered = await answerQuestion({ db, viewer, examSlug: "sample", questionName: "only", answer, now });
    expect(answered).toEqual({ ok: false, error: "foreign-answer" });
    expect(await db.read.attempt.count({ where: { learnerId: viewer.learnerId } })).toBe(0);
  });
});
