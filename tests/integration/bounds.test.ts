import { describe, expect, it } from "vitest";
import { clearGuests } from "#lib/account/write/clear-guests";
import { getReview } from "#lib/attempts/read/attempt";
import { getResult } from "#lib/attempts/read/get-result";
import { createCompaction, keptChanges } from "#lib/attempts/write/compact";
import { discardAttempt } from "#lib/attempts/write/discard-attempt";
import { finishAttempt } from "#lib/attempts/write/finish";
import { refuseStart } from "#lib/attempts/write/refuse-start";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { mintViewer, type Viewer } from "#lib/auth/viewer";
import { mostChanges } from "#lib/exam/attempt";
import { countTry } from "#lib/limits/count-try";
import { type LimitName, limits } from "#lib/limits/limits";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { makeGuest, makeMember } from "../support/people.ts";

const start = new Date("2026-11-22T12:00:00Z");
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const days = (count: number) => minutes(count * 24 * 60);

onEachDatabase("what is bounded", (database) => {
  type Owner = Viewer & { readonly learnerId: string };

  const begin = (viewer: Owner, now = start, mode: "mock" | "study" = "mock") =>
    startAttempt({ db: database.db, viewer, examSlug: "sample", mode, seed: "seed", now });

  async function started(viewer: Owner, now = start, mode: "mock" | "study" = "mock") {
    await syncSample(database.db);
    const result = await begin(viewer, now, mode);
    if (!result.ok) throw new Error(result.error);
    return result.value;
  }

  function change(viewer: Owner, attemptId: string, versions: readonly number[], at = minutes(1)) {
    const entries = versions.map((version) => ({
      position: 1,
      field: "flag" as const,
      version,
      value: version % 2 === 0,
      madeAt: at.toISOString(),
      elapsedMs: version === 7 ? 5_000 : 100,
    }));
    return saveAnswers({ db: database.db, viewer, attemptId, body: { clientId: "client-one", entries }, now: at });
  }

  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

  it("lets a learner start 300 attempts in ten minutes, and again after them", async () => {
    const viewer = await makeGuest(database.db);
    await started(viewer);
    for (let n = 2; n <= 300; n++) expect((await begin(viewer)).ok).toBe(true);
    expect(await begin(viewer, minutes(9))).toEqual({ ok: false, error: "too-many-starts" });
    expect((await begin(await makeGuest(database.db), minutes(9))).ok).toBe(true);
    expect((await begin(viewer, minutes(10))).ok).toBe(true);
  }, 60_000);

  describe("starts without an account", () => {
    const nobody = mintViewer(null, null);
    const admit = async (viewer: Viewer, visitor: string | null, now = start) =>
      (await refuseStart({ db: database.db, viewer, visitor, needsAccount: false, now })) === null;
    /** As if all but one of the tries that a limit allows had been made. */
    const leaveOne = async (name: LimitName, subject: string) => {
      await countTry(database.db, name, subject, start);
      await database.db.write((tx) =>
        tx.limitWindow.updateMany({ where: { key: { startsWith: name } }, data: { count: limits[name].times - 1 } }),
      );
    };

    it("are refused where the site asks for an account, also to guests who are there", async () => {
      const ask = (viewer: Viewer) =>
        refuseStart({ db: database.db, viewer, visitor: "192.0.2.9", needsAccount: true, now: start });
      expect(await ask(nobody)).toBe("account-required");
      expect(await ask(await makeGuest(database.db))).toBe("account-required");
      expect(await ask(await makeMember(database.db, "Ada"))).toBeNull();
    });

    it("end for one visitor, who drops the cookie each time, for ten minutes, and for nobody else", async () => {
      await leaveOne("guest-start-by-visitor", "192.0.2.1");
      expect(await admit(nobody, "192.0.2.1")).toBe(true);
      expect(await admit(nobody, "192.0.2.1")).toBe(false);
      expect(await admit(await makeGuest(database.db), "192.0.2.1")).toBe(false);
      expect(await admit(nobody, "192.0.2.2")).toBe(true);
      expect(await admit(await makeMember(database.db, "Ada"), "192.0.2.1"), "with an account").toBe(true);
      expect(await admit(nobody, "192.0.2.1", minutes(10))).toBe(true);
    });

    it("end for new guests altogether where visitors cannot be distinguished, and not for those who are there", async () => {
      await leaveOne("guest-by-everybody", "");
      expect(await admit(nobody, null)).toBe(true);
      expect(await admit(nobody, null)).toBe(false);
      expect(await admit(await makeGuest(database.db), null)).toBe(true);
      expect(await admit(nobody, null, minutes(10))).toBe(true);
    });
  });

  it("keeps a limited number of changes of an attempt, says which it refuses, and knows those it has", async () => {
    const viewer = await makeGuest(database.db);
    const attemptId = await started(viewer);
    await change(viewer, attemptId, [1, 2]);
    await database.db.write((tx) =>
      tx.attempt.update({ where: { id: attemptId }, data: { changes: mostChanges - 1 }, select: { id: true } }),
    );
    expect(await change(viewer, attemptId, [2, 3, 4])).toMatchObject({
      value: { saved: 2, refused: [{ version: 4, reason: "too-many-changes" }] },
    });
    expect(await change(viewer, attemptId, [1, 2, 3])).toMatchObject({ value: { saved: 3, refused: [] } });
  });

  it("removes superseded changes a week after the end, and nothing that shows", async () => {
    const { db } = database;
    const viewer = await makeGuest(db);
    const attemptId = await started(viewer);
    for (const from of [1, 1_001, 2_001]) await change(viewer, attemptId, range(from, from + 999));
    await finishAttempt({ db, viewer, attemptId, now: minutes(5) });
    const shown = async () => {
      const result = await getResult(db, viewer, attemptId, start);
      return { score: result?.score, items: result?.items, map: (await getReview(db, viewer, attemptId))?.map };
    };
    const before = await shown();
    const compact = createCompaction();
    expect(await compact(db, days(6))).toBe(0);
    expect(await compact(db, days(8))).toBe(3_000 - keptChanges - 1);
    expect(await compact(db, days(8))).toBe(0);
    expect(await shown()).toEqual(before);
  });

  it("clears guests who left nothing, and nobody else", async () => {
    const { db } = database;
    const [idle, finished, studying, recent, member, discarding] = [
      await makeGuest(db),
      await makeGuest(db),
      await makeGuest(db),
      await makeGuest(db),
      await makeMember(db, "Mia"),
      await makeGuest(db),
    ];
    await started(idle);
    await discardAttempt({ db, viewer: discarding, attemptId: await answered(discarding), now: minutes(5) });
    await finishAttempt({ db, viewer: finished, attemptId: await answered(finished), now: minutes(5) });
    await answered(studying, "study");
    await started(recent, days(20));
    await started(member);
    const there = async () => {
      const rows = await db.read.learner.findMany({ select: { id: true } });
      const ids = new Set(rows.map((row) => row.id));
      return [idle, finished, studying, recent, member, discarding].map(({ learnerId }) => ids.has(learnerId));
    };
    await clearAll(days(29));
    expect(await there()).toEqual([true, true, true, true, true, true]);
    await clearAll(days(31));
    expect(await there()).toEqual([false, true, true, true, true, true]);
    await clearAll(days(181));
    expect(await there()).toEqual([false, true, false, false, true, false]);
  });

  async function answered(viewer: Owner, mode: "mock" | "study" = "mock") {
    const attemptId = await started(viewer, start, mode);
    await change(viewer, attemptId, [1]);
    return attemptId;
  }

  async function clearAll(now: Date) {
    for (let cleared = 1; cleared > 0; ) cleared = await clearGuests(database.db, now);
  }
});
