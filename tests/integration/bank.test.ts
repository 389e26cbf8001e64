import { setImmediate } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import type { BankContent } from "#lib/bank/bank-content";
import { findQuestion, getExam, listCandidates, listExams } from "#lib/bank/read/exams";
import { publicPartsOf } from "#lib/bank/read/revisions";
import { BankMovedOn, previewSync, syncBank } from "#lib/bank/write/sync";
import { type Database, openDatabase } from "#lib/db/database";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";

const now = new Date("2026-11-22T12:00:00Z");

onEachDatabase("a sync", (database) => {
  const sync = (...questions: ReturnType<typeof makeQuestion>[]) =>
    syncBank({ db: database.db, content: makeBank(questions), now });
  const names = async () => (await listCandidates(database.db, "sample")).map((candidate) => candidate.name).sort();

  it("adds what is new and says so", async () => {
    expect(await sync(makeQuestion("one"), makeQuestion("two"))).toEqual({
      added: 2,
      revised: 0,
      unchanged: 0,
      retired: 0,
    });
    expect(await names()).toEqual(["one", "two"]);
    expect((await listExams(database.db)).map((exam) => exam.available)).toEqual([2]);
  });

  it("writes nothing when nothing changed", async () => {
    const before = await database.db.read.bankState.findUnique({ where: { id: 1 } });
    expect(
      await syncBank({
        db: database.db,
        content: makeBank([makeQuestion("one"), makeQuestion("two")]),
        now: new Date(),
      }),
    ).toMatchObject({ unchanged: 2 });
    expect(await database.db.read.bankState.findUnique({ where: { id: 1 } })).toEqual(before);
    expect(await database.db.read.revision.count()).toBe(2);
  });

  it("gives an edited question a new revision and keeps the old one for the attempts that were made from it", async () => {
    const before = await findQuestion(database.db, "sample", "one");
    expect(await sync(makeQuestion("one", { stem: "Edited?" }), makeQuestion("two"))).toMatchObject({
      revised: 1,
      unchanged: 1,
    });
    const after = await findQuestion(database.db, "sample", "one");
    expect(after?.questionId).toBe(before?.questionId);
    expect(after?.revisionId).not.toBe(before?.revisionId);
    const parts = await publicPartsOf(database.db.read, [before?.revisionId ?? "", after?.revisionId ?? ""]);
    expect([...parts.values()].map((part) => part.stemText)).toEqual(["What is one?", "Edited?"]);
  });

  it("retires what is gone and brings it back with its history", async () => {
    expect(await sync(makeQuestion("one"))).toMatchObject({ retired: 1 });
    expect(await names()).toEqual(["one"]);
    expect(await findQuestion(database.db, "sample", "two")).toMatchObject({ retired: true });
    expect(await sync(makeQuestion("one"), makeQuestion("two"))).toMatchObject({ unchanged: 2, retired: 0 });
    expect(await names()).toEqual(["one", "two"]);
  });

  it("changes domain and tags without a new revision", async () => {
    const count = await database.db.read.revision.count();
    await sync(makeQuestion("one", { domain: "b", tags: ["moved"] }), makeQuestion("two"));
    expect(await getExam(database.db, "sample")).toMatchObject({ available: { a: 1, b: 1 }, tags: ["moved"] });
    expect(await database.db.read.revision.count()).toBe(count);
  });

  it("tells of an exam in sections the time that they give, whatever else it says", async () => {
    const { db } = database;
    const sections = ["a", "b"].map((domain) => ({ title: domain, domains: [domain], minutes: 20 }));
    const content = makeBank([makeQuestion("one"), makeQuestion("two")], { ...definition, minutes: 60, sections });
    await syncBank({ db, content, now: new Date(now.getTime() + 1) });
    expect([(await listExams(db))[0], await getExam(db, "sample")]).toMatchObject([{ minutes: 40 }, { minutes: 40 }]);
    await sync(makeQuestion("one"), makeQuestion("two"));
    expect(await getExam(db, "sample")).toMatchObject({ minutes: definition.minutes });
  });

  it("renames an exam, retires one whose folder is gone, and brings it back", async () => {
    const { db } = database;
    const both = (titles: readonly [string, string]): BankContent => {
      const questions = [makeQuestion("one"), makeQuestion("two")];
      const first = makeBank(questions, { ...definition, title: titles[0] });
      const second = makeBank([], { ...definition, slug: "other", title: titles[1] });
      return {
        ...first,
        exams: [...first.exams, ...second.exams],
        fingerprint: first.fingerprint + second.fingerprint,
      };
    };
    const titles = async () => (await listExams(db)).map(({ title }) => title).sort();
    await syncBank({ db, content: both(["Sample", "Other"]), now });
    expect(await titles()).toEqual(["Other", "Sample"]);
    await syncBank({ db, content: both(["Renamed", "Other"]), now });
    expect(await titles()).toEqual(["Other", "Renamed"]);
    expect((await getExam(db, "sample"))?.title).toBe("Renamed");
    await sync(makeQuestion("one"), makeQuestion("two"));
    expect(await titles()).toEqual(["Sample"]);
    await syncBank({ db, content: both(["Sample", "Other"]), now });
    expect(await titles()).toEqual(["Other", "Sample"]);
    await sync(makeQuestion("one"), makeQuestion("two"));
  });

  it("only says what it would do in a preview", async () => {
    const content = makeBank([makeQuestion("one"), makeQuestion("three")]);
    expect(await previewSync({ db: database.db, content, now })).toMatchObject({ counts: { added: 1, retired: 1 } });
    expect(await names()).toEqual(["one", "two"]);
  });

  describe("beside other syncs", () => {
    const bankOf = (version: string, count: number) =>
      makeBank(Array.from({ length: count }, (_, i) => makeQuestion(`${version}${i}`)));
    const opened: Database[] = [];
    const syncAtOnce = (...contents: readonly BankContent[]) =>
      Promise.all(
        contents.map((content) => {
          const db = openDatabase(database.url);
          opened.push(db);
          return syncBank({ db, content, now: new Date() });
        }),
      );
    afterAll(() => Promise.all(opened.map((db) => db.close())));

    it("ends well for several instances that start together, with each wording once", async () => {
      const other = { ...definition, slug: "together" };
      const questions = Array.from({ length: 600 }, (_, i) => makeQuestion(`first${i}`));
      const bytes = new Uint8Array([1, 2, 3]);
      const content = { ...makeBank(questions, other), media: [{ hash: "h", mime: "image/png", bytes }] };
      await syncAtOnce(content, content, content);
      const where = { question: { examSlug: "together" } };
      expect(await database.db.read.revision.count({ where })).toBe(600);
      expect(await listCandidates(database.db, "together")).toHaveLength(600);
      expect(await database.db.read.media.count({ where: { hash: "h" } })).toBe(1);
    });

    it("takes over wordings that a sync wrote just now without showing them, and no older ones", async () => {
      const { db } = database;
      const content = makeBank([makeQuestion("staged")], { ...definition, slug: "staged" });
      const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
      const dieBeforeShowing = (at: Date) =>
        expect(
          syncBank({
            db,
            content,
            now: at,
            tell: () => {
              throw new Error("killed");
            },
          }),
        ).rejects.toThrow("killed");
      const numbers = () =>
        db.read.revision.findMany({
          where: { question: { examSlug: "staged" } },
          select: { number: true },
          orderBy: { number: "asc" },
        });
      await dieBeforeShowing(now);
      await dieBeforeShowing(later(0.5));
      expect(await numbers()).toEqual([{ number: 1 }]);
      await dieBeforeShowing(later(2));
      expect(await numbers()).toEqual([{ number: 1 }, { number: 2 }]);
      expect(await syncBank({ db, content, now: later(2) })).toMatchObject({ added: 1 });
      expect(await numbers()).toHaveLength(2);
    });

    it("shows one of two different banks and nothing of the other", async () => {
      const [left, right] = [bankOf("left", 300), bankOf("right", 300)];
      await syncAtOnce(left, right);
      const state = await database.db.read.bankState.findUnique({ where: { id: 1 } });
      const expected = state?.fingerprint === left.fingerprint ? left : right;
      expect(await names()).toEqual(expected.exams[0]?.questions.map(({ name }) => name).sort());
    });

    it("shows one of two wordings of the same questions", async () => {
      const wordings = ["a", "b"].map((version) =>
        makeBank(Array.from({ length: 300 }, (_, i) => makeQuestion(`same${i}`, { stem: `${version} ${i}` }))),
      );
      await syncAtOnce(...wordings);
      const rows = await database.db.read.question.findMany({
        where: { retiredAt: null, examSlug: "sample" },
        select: { current: { select: { contentHash: true } } },
      });
      const state = await database.db.read.bankState.findUnique({ where: { id: 1 } });
      const expected = wordings.find(({ fingerprint }) => fingerprint === state?.fingerprint);
      expect(rows.map(({ current }) => current?.contentHash).sort()).toEqual(
        expected?.exams[0]?.questions.map(({ contentHash }) => contentHash).sort(),
      );
    });

    it("refuses names that are unchanged since a bank that is no longer shown", async () => {
      const { exams, ...rest } = bankOf("later", 1);
      const content = { ...rest, exams: exams.map((exam) => ({ ...exam, unchanged: ["one"] })), basis: "long ago" };
      await expect(syncBank({ db: database.db, content, now })).rejects.toThrow(BankMovedOn);
    });
  });

  it("shows readers the old bank or the new one, never half", async () => {
    const bankOf = (version: string) =>
      Array.from({ length: 600 }, (_, i) => makeQuestion(`bulk${i}`, { stem: `${version} ${i}` }));
    await sync(...bankOf("old"));
    const seen = new Set<string>();
    let isDone = false;
    const watch = async () => {
      while (!isDone) {
        const rows = await database.db.read.question.findMany({
          where: { retiredAt: null },
          select: { current: { select: { publicPart: true } } },
        });
        const versions = new Set(rows.map((row) => (row.current?.publicPart.includes('"new ') ? "new" : "old")));
        seen.add([...versions].sort().join("+"));
        // SQLite answers without ever letting go: timers, the sync's included, would starve.
        await setImmediate();
      }
    };
    const watching = watch();
    await sync(...bankOf("new"));
    isDone = true;
    await watching;
    expect([...seen].every((versions) => versions === "old" || versions === "new")).toBe(true);
    expect(seen.has("old")).toBe(true);
  });
});
