import { expect, it } from "vitest";
import { bankHash } from "#lib/attempts/read/bank-hash";
import { matchLink } from "#lib/attempts/read/match-link";
import { matchBank, sharedHash } from "#lib/attempts/shared-hash";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import { listCandidates } from "#lib/bank/read/exams";
import { syncBank } from "#lib/bank/write/sync";
import type { Database } from "#lib/db/database";
import type { Secret } from "#lib/exam/question";
import { makeBank, makeQuestion, syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

onEachDatabase("a link to the same exam", (database) => {
  let second = 0;

  async function hashOf(db: Database, key: string, stem = "What is it?") {
    const questions = [0, 1, 2].map((i) => {
      const question = makeQuestion(`q${i}`, { stem, domain: i === 0 ? "a" : "b" });
      const secret = JSON.parse(question.secretPart) as Secret;
      const turned = { ...secret, key: { kind: "single", optionId: `q${i}-${key}` } };
      return { ...question, secretPart: JSON.stringify(turned), contentHash: `${stem} ${key} ${i}` };
    });
    await syncBank({ db, content: makeBank(questions), now: new Date(Date.UTC(2026, 10, 22, 12, 0, second++)) });
    return bankHash(db, "sample");
  }

  it("says nothing about keys: two banks that differ in them alone have one hash", async () => {
    const { db } = database;
    expect(await hashOf(db, "two")).toBe(await hashOf(db, "three"));
  });

  it("tells when a wording has changed", async () => {
    const { db } = database;
    const [before, after] = [await hashOf(db, "one"), await hashOf(db, "one", "What else is it?")];
    expect(matchBank(before, before)).toBe("same");
    expect(matchBank(before, after)).toBe("changed");
  });

  it("that was made of ids of revisions, or has no hash, is not compared and not handed on", async () => {
    const shown = await hashOf(database.db, "one");
    for (const linked of ["0123456789abcdef", undefined, ["w1-0"], shown.slice(0, -1)])
      expect(matchBank(linked, shown)).toBe("unknown");
    expect(sharedHash("0123456789abcdef")).toBeNull();
    expect(sharedHash(shown)).toBe(shown);
  });
});

onEachDatabase("the questions of a mock exam", (database) => {
  const day = (count: number) => new Date(Date.UTC(2026, 10, 22 + count));

  async function mock(viewer: Viewer & { readonly learnerId: string }, seed: string, now: Date, isNamed = false) {
    const begun = await startAttempt({
      db: database.db,
      viewer,
      examSlug: "sample",
      mode: "mock",
      seed,
      now,
      isNamed,
    });
    const items = await database.db.read.attemptItem.findMany({
      where: { attemptId: begun.ok ? begun.value : "" },
      orderBy: { position: "asc" },
      select: { questionId: true },
    });
    return items.map(({ questionId }) => questionId);
  }

  it("are those that were not asked yet, then those asked longest ago", async () => {
    await syncSample(database.db);
    const viewer = await makeGuest(database.db);
    const [first, second] = [await mock(viewer, "one", day(0)), await mock(viewer, "two", day(1))];
    expect(new Set([...first, ...second]).size).toBe(8);
    expect([...(await mock(viewer, "three", day(2)))].sort()).toEqual([...first].sort());
  });

  it("are those of the link that led to it, in their order, whatever was asked before", async () => {
    await syncSample(database.db);
    const [viewer, friend] = [await makeGuest(database.db), await makeGuest(database.db)];
    await mock(viewer, "before", day(0));
    const shared = await mock(viewer, "shared", day(1));
    await mock(friend, "of a friend", day(1));
    for (const each of [viewer, friend]) expect(await mock(each, "shared", day(2), true)).toEqual(shared);
    // A seed that nobody has sat names one exam, too.
    expect(await matchLink(database.db, "sample", "made up", undefined)).toBe("nobodys");
    const made = await mock(viewer, "made up", day(3), true);
    expect(await mock(friend, "made up", day(3), true)).toEqual(made);
    const hash = await bankHash(database.db, "sample");
    expect(await matchLink(database.db, "sample", "made up", hash)).toBe("same");
  });

  it("of a link are those that are left of it, and others in place of what is gone", async () => {
    const { db } = database;
    await syncSample(db);
    const [viewer, friend] = [await makeGuest(db), await makeGuest(db)];
    const shared = await mock(viewer, "left over", day(0));
    const names = new Map((await listCandidates(db, "sample")).map(({ questionId, name }) => [questionId, name]));
    const gone = names.get(shared[0] as string);
    const left = [0, 1, 2, 3, 4, 5, 6, 7].filter((i) => `q${i}` !== gone);
    const questions = left.map((i) => makeQuestion(`q${i}`, { domain: i < 4 ? "a" : "b" }));
    await syncBank({ db, content: makeBank(questions), now: day(1) });
    const drawn = await mock(friend, "left over", day(2), true);
    expect(drawn).toHaveLength(4);
    expect(drawn).toEqual(expect.arrayContaining(shared.slice(1)));
    await syncSample(db);
  });

  it("that are based on one case know it", async () => {
    const { db } = database;
    const scenario = { title: "A case", html: '<p>It says "scenario":null</p>' };
    const questions = [0, 1, 2, 3].map((i) => {
      const question = makeQuestion(`c${i}`, { domain: i < 2 ? "a" : "b" });
      const publicPart = JSON.stringify({ ...JSON.parse(question.publicPart), scenario: i === 3 ? null : scenario });
      return { ...question, publicPart, contentHash: `case ${i}` };
    });
    await syncBank({ db, content: makeBank(questions), now: day(5) });
    const cases = (await listCandidates(db, "sample")).map(({ caseId }) => caseId);
    expect(new Set(cases.slice(0, 4)).size).toBe(2);
    expect(cases.filter((caseId) => caseId === undefined)).toHaveLength(1);
    await syncSample(db);
  });
});
