import { expect, it } from "vitest";
import { whileShown } from "#lib/bank/read/while-shown";
import { syncBank } from "#lib/bank/write/sync";
import { openDatabase } from "#lib/db/database";
import { makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";

onEachDatabase("what is kept while a bank is shown", (database) => {
  let loads = 0;
  const get = () => whileShown(database.db, "count", async () => ++loads);
  const sync = (db: typeof database.db, name: string) =>
    syncBank({ db, content: makeBank([makeQuestion(name)]), now: new Date() });

  it("is not kept before the first sync", async () => {
    expect([await get(), await get()]).toEqual([1, 2]);
  });

  it("is loaded once after a sync, also by another process, and by many at once", async () => {
    await sync(database.db, "one");
    expect(await Promise.all([get(), get(), get()])).toEqual([3, 3, 3]);
    const other = openDatabase(database.url);
    await sync(other, "two");
    await other.close();
    expect([await get(), await get()]).toEqual([4, 4]);
  });

  it("is loaded again after a failure", async () => {
    const failing = () => whileShown(database.db, "broken", () => Promise.reject(new Error("away")));
    await expect(failing()).rejects.toThrow("away");
    expect(await whileShown(database.db, "broken", async () => "back")).toBe("back");
  });
});
