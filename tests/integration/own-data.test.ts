import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { getOwnData } from "#lib/account/read/own-data";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { notify } from "#lib/notifications/write/notify";
import { addSignIns, answerOne, post } from "../support/account-owner.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeMember } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");

onEachDatabase("the data of an account", (database) => {
  it("can be downloaded whole, by its owner, without a key and without anybody else's", async () => {
    const viewer = await makeMember(database.db, "Ada");
    await addSignIns(database.db, viewer.member?.userId ?? "", "the hash of a password");
    const { attemptId, name } = await answerOne(database.db, viewer);
    await answerOne(database.db, await makeMember(database.db, "Bea"), "a note of hers");
    await post(database.db, viewer, name, "What I think.");
    const text = JSON.stringify(await getOwnData(database.db, viewer, now));
    for (const own of [attemptId, "a note of mine", "What I think.", "dont-know", viewer.member?.email ?? "?"])
      expect(text).toContain(own);
    expect(text).not.toMatch(/a note of hers|The secret of|optionNotes/);
    expect(text).not.toContain("password");
  });

  it("holds back what an answer was worth while an exam with its question is in progress", async () => {
    const viewer = await makeMember(database.db, "Ada");
    const { questionId } = await answerOne(database.db, viewer);
    const pointsOf = async () => {
      const data = (await getOwnData(database.db, viewer, now)) as {
        attempts: { items: { questionId: string; points: number | null; committedAt: Date | null }[] }[];
      };
      const items = data.attempts.flatMap((attempt) => attempt.items);
      return items.find((item) => item.questionId === questionId && item.committedAt !== null)?.points;
    };
    expect(await pointsOf()).toBe(0);
    for (const seed of ["1", "2", "3", "4", "5", "6"])
      await startAttempt({ db: database.db, viewer, examSlug: "sample", mode: "mock", seed, now });
    expect(await pointsOf()).toBeNull();
  });

  it("does not see a changed key in its data while an exam with the question is in progress", async () => {
    const { db } = database;
    const viewer = await makeMember(database.db, "Ada");
    const userId = viewer.member?.userId ?? "";
    const { questionId } = await answerOne(database.db, viewer);
    const news = { userId, commentId: null, text: "" };
    const keyChanged = { ...news, kind: "key-changed" as const, questionId, cause: "key" };
    const warning = { ...news, kind: "warning" as const, questionId: null, text: "Calm down.", cause: "warning" };
    await db.write((tx) => notify(db, tx, [keyChanged, warning], now));
    const reported = async () => {
      const data = (await getOwnData(db, viewer, now)) as { account: { notifications: { kind: string }[] } };
      return data.account.notifications.map(({ kind }) => kind).sort();
    };
    expect(await reported()).toEqual(["key-changed", "warning"]);
    for (const seed of ["1", "2", "3", "4", "5", "6"])
      await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed, now });
    expect(await reported()).toEqual(["warning"]);
  });

  it("holds back what an author answered to its suggested edit while an exam with the question is in progress", async () => {
    const { db } = database;
    const viewer = await makeMember(database.db, "Ada");
    const userId = viewer.member?.userId ?? "";
    const { questionId } = await answerOne(database.db, viewer);
    const { revisionId } = await db.read.question.findUniqueOrThrow({ where: { id: questionId } });
    const edit = {
      file: "sample/q.md",
      before: "a",
      after: "b",
      comment: "Why not?",
      answer: "The other one is right.",
    };
    const of = { id: randomUUID(), questionId, revisionId: revisionId ?? "", proposerId: userId, createdAt: now };
    await db.write((tx) => tx.suggestion.create({ data: { ...of, ...edit, state: "declined" }, select: { id: true } }));
    const reported = async () => JSON.stringify(await getOwnData(db, viewer, now));
    expect(await reported()).toContain("The other one is right.");
    for (const seed of ["1", "2", "3", "4", "5", "6"])
      await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed, now });
    expect(await reported()).not.toContain("The other one is right.");
    expect(await reported()).toContain("Why not?");
  });
});
