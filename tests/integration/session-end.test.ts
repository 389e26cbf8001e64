import { expect, it } from "vitest";
import { findSessionUser } from "#lib/auth/read/find-user";
import { clearSessions } from "#lib/auth/write/clear-sessions";
import { onEachDatabase } from "../support/each-database.ts";
import { makeMember } from "../support/people.ts";

const now = new Date("2026-11-22T12:00:00Z");
const days = (n: number) => new Date(now.getTime() + n * 24 * 60 * 60_000);

onEachDatabase("the end of a session", (database) => {
  async function signIn(token: string, createdAt: Date, expiresAt: Date) {
    const { member } = await makeMember(database.db, "Ada");
    const data = { id: token, token, userId: member?.userId ?? "", expiresAt, createdAt, updatedAt: createdAt };
    await database.db.write((tx) => tx.session.create({ data, select: { id: true } }));
  }
  const isIn = async (token: string) => (await findSessionUser(database.db, token, now)) !== null;

  it("comes 90 days after the sign-in, however much it was used", async () => {
    await signIn("used-every-day", days(-90), days(29));
    await signIn("a-minute-left", new Date(days(-90).getTime() + 60_000), days(29));
    expect([await isIn("used-every-day"), await isIn("a-minute-left")]).toEqual([false, true]);
  });

  it("removes it from the database, and no other", async () => {
    await signIn("not-used-for-long", days(-40), days(-1));
    await signIn("running", days(-40), days(20));
    expect(await clearSessions(database.db, now)).toBe(2);
    const left = await database.db.read.session.findMany({ select: { id: true }, orderBy: { id: "asc" } });
    expect(left.map(({ id }) => id)).toEqual(["a-minute-left", "running"]);
  });
});
