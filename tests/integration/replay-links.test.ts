import { expect, it } from "vitest";
import { bankHash } from "#lib/attempts/read/bank-hash";
import { matchBank, sharedHash } from "#lib/attempts/shared-hash";
import { syncBank } from "#lib/bank/write/sync";
import type { Database } from "#lib/db/database";
import type { Secret } from "#lib/exam/question";
import { makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";

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
