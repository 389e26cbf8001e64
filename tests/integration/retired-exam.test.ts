import { expect, it } from "vitest";
import { getResult } from "#lib/attempts/read/get-result";
import { finishAttempt } from "#lib/attempts/write/finish";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import type { Viewer } from "#lib/auth/viewer";
import { findExam } from "#lib/bank/read/exams";
import { syncBank } from "#lib/bank/write/sync";
import { definition, makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");

onEachDatabase("an exam that is no longer offered", (database) => {
  let syncs = 0;

  async function show(names: readonly string[], slug = "sample") {
    const content = makeBank(
      names.map((name) => makeQuestion(name)),
      { ...definition, slug, title: `The ${slug} exam` },
    );
    await syncBank({ db: database.db, content, now: new Date(now.getTime() + ++syncs) });
  }

  async function leaveBlank(viewer: Viewer & { readonly learnerId: string }) {
    const { db } = database;
    const started = await startAttempt({ db, viewer, examSlug: "sample", mode: "mock", seed: "s", now });
    if (!started.ok) throw new Error(started.error);
    await finishAttempt({ db, viewer, attemptId: started.value, now });
    return started.value;
  }

  it("leaves nothing to retry, and of one that is offered only what it still asks", async () => {
    const { db } = database;
    const viewer = await makeGuest(db);
    await show(["one", "two", "three"]);
    const attemptId = await leaveBlank(viewer);
    const offer = async () => {
      const result = await getResult(db, viewer, attemptId, now);
      return { isOffered: result?.isOffered, missed: result?.missed };
    };
    expect(await offer()).toEqual({ isOffered: true, missed: 3 });
    await show(["one", "two"]);
    expect(await offer()).toEqual({ isOffered: true, missed: 2 });
    await show(["other"], "another");
    expect(await offer()).toEqual({ isOffered: false, missed: 0 });
  });

  it("keeps its title and the names of its domains for those who look back", async () => {
    await show(["one"]);
    await show(["other"], "another");
    expect(await findExam(database.db, "sample")).toMatchObject({
      title: "The sample exam",
      domains: definition.domains,
      isOffered: false,
    });
    expect(await findExam(database.db, "another")).toMatchObject({ isOffered: true });
    expect(await findExam(database.db, "no-such")).toBeNull();
    expect(await findExam(database.db, "a\0b")).toBeNull();
  });
});
