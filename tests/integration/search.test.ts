import { expect, it } from "vitest";
import { answerQuestion } from "#lib/attempts/write/answer-question";
import { finishAttempt } from "#lib/attempts/write/finish";
import { finishOverdue } from "#lib/attempts/write/finish-overdue";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import type { BankQuestion } from "#lib/bank/bank-content";
import { syncBank } from "#lib/bank/write/sync";
import { letterMark } from "#lib/discussion/letter-marks";
import type { Secret } from "#lib/exam/question";
import { searchQuestions } from "#lib/search/read/search-questions";
import { searchWords } from "#lib/search/search-words";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest, makeMember } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

/** Questions with words of their own; the secret of each speaks of "granite" and of its own stone. */
const stones = ["basalt", "marble", "slate", "flint"] as const;
const bank = (keys: 1 | 2, more: readonly BankQuestion[] = []) =>
  makeBank([...stones.map((stone, i) => stoneQuestion(stone, i, keys)), ...more]);

function stoneQuestion(stone: string, i: number, keys: 1 | 2): BankQuestion {
  const stem = `Où does the river carry pebbles of kind ${i}, Größe ${i}?`;
  const { publicPart } = makeQuestion(stone, { stem });
  const secret: Secret = {
    key: { kind: "single", optionId: `${stone}-${keys === 1 ? "one" : "two"}` },
    explanation: [
      keys === 1
        ? `<p>Beneath lies <code>${stone}</code> on granite.</p>`
        : `<p>Nothing but sandstone, ${i} times river.</p>`,
    ],
    optionNotes: { [`${stone}-one`]: [keys === 1 ? "Harder than chalk." : "Softer."] },
    references: keys === 1 ? [{ title: `Handbook of ${stone}`, url: "https://example.org/" }] : [],
  };
  const secretPart = JSON.stringify(secret);
  const contentHash = `${stone} ${keys}`;
  return { ...makeQuestion(stone), tags: ["geology", `tag-${i}`], publicPart, secretPart, contentHash };
}

onEachDatabase("the search", (database) => {
  type Owner = Viewer & { readonly learnerId: string };
  let syncs = 0;
  const show = (content: ReturnType<typeof makeBank>) =>
    syncBank({ db: database.db, content, now: new Date(now.getTime() + ++syncs) });
  const find = (viewer: Viewer, search: string, examSlug: string | null = null, at = now) =>
    searchQuestions(database.db, viewer, { words: searchWords(search), examSlug, page: 1 }, at);
  const names = async (viewer: Viewer, search: string, examSlug: string | null = null, at = now) =>
    (await find(viewer, search, examSlug, at)).hits.map(({ path }) => path.split("/").at(-1));
  const answer = (viewer: Owner, questionName: string) =>
    answerQuestion({
      db: database.db,
      viewer,
      examSlug: "sample",
      questionName,
      answer: { kind: "single", optionId: `${questionName}-one` },
      now,
    });

  it("finds a question by the words of its stem, exam, domain and tags, whatever their case and accents", async () => {
    await show(bank(1));
    const guest = await makeGuest(database.db);
    expect(await names(guest, "PEBBLES OU größe 2")).toEqual(["slate"]);
    expect(await names(guest, "pebb 3")).toEqual(["flint"]);
    expect(await names(guest, "geology tag-1")).toEqual(["marble"]);
    expect((await find(guest, "sample river")).count).toBe(4);
    expect(await names(guest, "river moon")).toEqual([]);
  });

  it("marks the words that were found, with the exam and the domain of the question", async () => {
    const [hit] = (await find(await makeGuest(database.db), "kind 2 geology")).hits;
    expect(hit).toMatchObject({ examTitle: "Sample", domainTitle: "A", excerpt: null });
    expect(hit?.stem.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(["kind", "2", "2"]);
    expect(hit?.stem.map(({ text }) => text).join("")).toBe("Où does the river carry pebbles of kind 2, Größe 2?");
    expect(hit?.tags[0]).toEqual([{ text: "geology", isFound: true }]);
  });

  it("finds explanations, notes and references of the questions alone that the viewer has answered", async () => {
    const viewer = await makeGuest(database.db);
    expect(await names(viewer, "granite")).toEqual([]);
    await answer(viewer, "marble");
    for (const search of ["granite", "marble granite", "chalk", "handbook", "river granite"])
      expect(await names(viewer, search), search).toEqual(["marble"]);
    const [hit] = (await find(viewer, "granite")).hits;
    expect(hit?.excerpt?.source).toBe("explanation");
    expect(await names(await makeGuest(database.db), "granite")).toEqual([]);
  });

  it("finds comments where the thread is open to the viewer, and not those that were hidden", async () => {
    const { db } = database;
    const viewer = await makeMember(db, "Ada");
    await answer(viewer, "slate");
    const { id: questionId, revisionId } = await db.read.question.findUniqueOrThrow({
      where: { examSlug_name: { examSlug: "sample", name: "slate" } },
    });
    const comment = { questionId, revisionId: revisionId ?? "", authorId: viewer.member?.userId ?? "", createdAt: now };
    const texts = [
      ["shown", "Look at the **moraine** in the north, so B.", "a <strong>moraine</strong> in the north, so "],
      ["hidden", "The drumlin is elsewhere.", "The drumlin is elsewhere. "],
    ] as const;
    const letter = letterMark({ optionIds: ["x"], join: "and", lead: "", written: "B", isCertain: true });
    for (const [state, markdown, before] of texts)
      await db.write((tx) =>
        tx.comment.create({
          data: {
            ...comment,
            id: state,
            requestId: state,
            rootId: state,
            markdown,
            html: `<p>${before}${letter}.</p>`,
            state,
          },
        }),
      );
    expect(await names(viewer, "moraine")).toEqual(["slate"]);
    const { excerpt } = (await find(viewer, "moraine")).hits[0] ?? {};
    expect(excerpt?.source).toBe("comment");
    expect(JSON.stringify(excerpt), "letters differ from reader to reader").toContain("in the north, so ….");
    expect(await names(viewer, "drumlin")).toEqual([]);
    expect(await names(await makeMember(db, "Bob"), "moraine")).toEqual([]);
  });

  it("closes explanations while an exam with the question is in progress, and while late answers to it still count", async () => {
    const { db } = database;
    const viewer = await makeGuest(db);
    await answer(viewer, "basalt");
    const sit = async (seed: string, at: Date) => {
      const started = await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed, now: at });
      if (!started.ok) throw new Error(started.error);
      return started.value;
    };
    const attemptId = await sit("one", now);
    expect(await names(viewer, "granite"), "sitting").toEqual([]);
    expect(await names(viewer, "river kind 0"), "its stem is public").toEqual(["basalt"]);
    await finishAttempt({ db, viewer, attemptId, now });
    expect(await names(viewer, "granite"), "handed in").toHaveLength(4);
    await sit("two", now);
    await finishOverdue({ db, now: minutes(40) });
    const late = minutes(41);
    expect(await names(viewer, "granite", null, late), "ended by its deadline").toEqual([]);
    expect(
      await db.read.attemptItem.count({ where: { keyServedAt: { not: null }, attempt: { finishedBy: "deadline" } } }),
    ).toBe(0);
  });

  it("gives the same over 200 searches for two banks that differ only in their keys", async () => {
    const viewer = await makeGuest(database.db);
    const words =
      "river pebbles kind 0 1 2 granite sandstone basalt marble harder softer nothing handbook geology tag".split(" ");
    const searches = Array.from({ length: 200 }, (_, i) =>
      [words[i % words.length], ...(i < words.length ? [] : [words[(i * 7 + 3) % words.length]])].join(" "),
    );
    const all = async () => JSON.stringify(await Promise.all(searches.map((search) => find(viewer, search))));
    const before = await all();
    expect(before).toContain("pebbles");
    await show(bank(2));
    expect(await all()).toBe(before);
    await show(bank(1));
    expect(await all()).toBe(before);
  });

  it("follows a sync: what is added, revised, retired and brought back, and titles that change", async () => {
    const viewer = await makeGuest(database.db);
    await show(bank(1, [makeQuestion("gneiss", { stem: "Which fold is recumbent?" })]));
    expect(await names(viewer, "recumbent")).toEqual(["gneiss"]);
    await show(bank(1, [makeQuestion("gneiss", { stem: "Which fold is upright?", tags: ["folding"] })]));
    expect(await names(viewer, "recumbent")).toEqual([]);
    expect(await names(viewer, "upright folding")).toEqual(["gneiss"]);
    await show(bank(1));
    expect(await names(viewer, "upright")).toEqual([]);
    await show(bank(1, [makeQuestion("gneiss", { stem: "Which fold is upright?" })]));
    expect(await names(viewer, "upright")).toEqual(["gneiss"]);
    const renamed = { ...definition, title: "Petrology", domains: [{ id: "a", title: "Igneous", weight: 100 }] };
    await show(
      makeBank(
        stones.map((stone, i) => stoneQuestion(stone, i, 1)),
        renamed,
      ),
    );
    expect(await names(viewer, "petrology igneous kind 1")).toEqual(["marble"]);
    await show(bank(1));
  });

  it("searches one exam alone where it is asked to", async () => {
    const other = makeBank([makeQuestion("quartz", { stem: "A river of quartz?" })], {
      ...definition,
      slug: "other-exam",
    });
    const both = bank(1);
    await show({ ...both, exams: [...both.exams, ...other.exams], fingerprint: "both" });
    const viewer = await makeGuest(database.db);
    expect((await find(viewer, "river")).count).toBe(5);
    expect(await names(viewer, "river", "other-exam")).toEqual(["quartz"]);
    expect(await names(viewer, "pebbles", "other-exam")).toEqual([]);
  });

  it.each([
    '"',
    "'",
    "*",
    "(",
    ")",
    "()(",
    'a"b',
    "NEAR(a b)",
    "stem:river",
    "river AND",
    "OR",
    "NOT river",
    "^river",
    "-river",
    "river*",
    "{a b}:c",
    "a & | ! b",
    "a <-> b",
    ":*A",
    "\\",
    "%",
    "_",
    "\0river\0",
    "🦉",
    "river 🦉",
    "\ud800",
    "é",
    "e\u0301",
    "Привет",
    "河流 石",
    "\u{1e900}",
    "हिन्दी",
    "1e5 0x1F 3.14 -5",
    "https://example.org/a?b=c",
    "a@b.example",
    "x".repeat(10_000),
    "river ".repeat(2_000),
  ])("answers odd input like any other: %#", async (search) => {
    const viewer = await makeGuest(database.db);
    await answer(viewer, "basalt");
    const words = searchWords(search);
    if (words.length > 0) expect((await find(viewer, search)).count).toBeGreaterThanOrEqual(0);
  });
});
