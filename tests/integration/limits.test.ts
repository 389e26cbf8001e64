import { expect, it } from "vitest";
import { countTry, forgetTries, mayTry } from "#lib/limits/count-try";
import { onEachDatabase } from "../support/each-database.ts";

onEachDatabase("a limit", (database) => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 12, minute));
  const may = (subject: string, minute: number) => mayTry(database.db, "password-by-account", subject, at(minute));

  it("lets through as many tries as its table says, also of many at once, and forgets them on demand", async () => {
    const tries = await Promise.all(Array.from({ length: 15 }, () => may("Ada@example.org", 0)));
    expect(tries.filter(Boolean)).toHaveLength(10);
    expect(await may("ada@example.org", 9)).toBe(false);
    expect(await may("bea@example.org", 9)).toBe(true);
    await forgetTries(database.db, "password-by-account", "ada@example.org");
    expect(await may("ada@example.org", 9)).toBe(true);
  });

  it("begins a new window when the last one has ended, however many were tried in it", async () => {
    for (let n = 0; n < 10; n++) await may("eve@example.org", n);
    expect(await may("eve@example.org", 9)).toBe(false);
    expect(await may("eve@example.org", 10)).toBe(true);
  });

  it("counts each limit by itself", async () => {
    for (let n = 1; n <= 3; n++) expect(await countTry(database.db, "sign-in-by-visitor", "192.0.2.1", at(0))).toBe(n);
    expect(await countTry(database.db, "sign-up-by-visitor", "192.0.2.1", at(0))).toBe(1);
  });

  it("keeps nothing of whom it counted: a hash while the window lasts, and no row after it", async () => {
    await may("secret@example.org", 30);
    expect(JSON.stringify(await keys())).not.toContain("secret");
    await may("somebody@example.org", 60);
    expect(await keys()).toHaveLength(1);
  });

  const keys = async () => (await database.db.read.limitWindow.findMany({})).map(({ key }) => key);
});
