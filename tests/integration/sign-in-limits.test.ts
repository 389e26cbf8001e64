import { expect, it } from "vitest";
import { admitSignIn } from "#lib/auth/write/admit-sign-in";
import { onEachDatabase } from "../support/each-database.ts";

onEachDatabase("signing in", (database) => {
  const now = new Date("2026-11-22T12:00:00Z");
  const attempt = async (email: string, from: { visitor?: string; device?: string } = {}, isRight = false) => {
    const { visitor = null, device = null } = from;
    const admitted = await admitSignIn({ db: database.db, email, visitor, device, now });
    if (admitted.ok && isRight) await admitted.value();
    return admitted.ok ? "admitted" : admitted.error;
  };
  const times = (n: number, job: (i: number) => Promise<string>) =>
    Promise.all(Array.from({ length: n }, (_, i) => job(i)));

  it("is slowed down and not refused after ten wrong tries by anybody, where visitors cannot be distinguished", async () => {
    const email = "administrator@example.org";
    expect(new Set(await times(10, () => attempt(email)))).toEqual(new Set(["admitted"]));
    const before = performance.now();
    expect(await attempt(email, {}, true)).toBe("admitted");
    expect(performance.now() - before).toBeGreaterThan(200);
  });

  it("keeps an allowance for a device that signed in before, whatever strangers do", async () => {
    const email = "owner@example.org";
    const strangers = Array.from({ length: 30 }, () => attempt(email));
    let areStrangersDone = false;
    void Promise.all(strangers).then(() => {
      areStrangersDone = true;
    });
    // Most of them wait for eight seconds; nobody need wait with them.
    const oneIsRefused = Promise.any(
      strangers.map(async (each) => expect(await each, "a stranger is refused").toBe("many-at-account")),
    );
    expect(await attempt(email, { device: "owner-device" }, true)).toBe("admitted");
    expect(areStrangersDone, "strangers still wait").toBe(false);
    await oneIsRefused;
  });

  it("counts the wrong tries of a visitor over all accounts, and those of no other", async () => {
    const spray = await times(31, (i) => attempt(`sprayed-${i}@example.org`, { visitor: "2001:db8:0:7::/64" }));
    expect(spray.filter((each) => each === "many-by-visitor")).toHaveLength(1);
    expect(await attempt("sprayed-0@example.org", { visitor: "192.0.2.9" })).toBe("admitted");
    expect(
      await attempt("sprayed-0@example.org", { visitor: "2001:db8:0:7::/64", device: "known" }),
      "a device that signed in before",
    ).toBe("admitted");
  });

  it("does not count who knows the password: a school behind one address signs in", async () => {
    for (let i = 0; i < 40; i++)
      expect(await attempt(`pupil-${i}@example.org`, { visitor: "198.51.100.1" }, true)).toBe("admitted");
  });
});
