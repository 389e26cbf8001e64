import { expect, it, vi } from "vitest";
import { signGuest } from "#lib/auth/guest-token";
import { onEachDatabase } from "../support/each-database.ts";

const secret = "a secret of tests that is long enough for anything";

onEachDatabase("the cookie of a guest", (database) => {
  async function cookieOf(baseUrl: string, jar: Readonly<Record<string, string>>) {
    vi.stubEnv("BASE_URL", baseUrl);
    vi.stubEnv("DATABASE_URL", database.url);
    vi.stubEnv("AUTH_SECRET", secret);
    vi.resetModules();
    const set: { name: string; secure?: boolean; path?: string; maxAge?: number }[] = [];
    const kept = {
      get: (name: string) => (name in jar ? { name, value: jar[name] } : undefined),
      set: (name: string, _: string, attributes: object) => void set.push({ name, ...attributes }),
      delete: (name: string) => void set.push({ name }),
    };
    vi.doMock("next/headers", () => ({ cookies: async () => kept }));
    // The database of the process is this test's own.
    Object.assign(globalThis, { mockdownDatabase: database.db });
    return { set, ...(await import("#lib/auth/write/guest-cookie")) };
  }
  const learner = async (id: string, createdAt: Date) => {
    await database.db.write((tx) => tx.learner.create({ data: { id, createdAt }, select: { id: true } }));
    return signGuest(id, secret);
  };
  const plain = "mockdown.guest";
  const guarded = "__Host-mockdown.guest";

  it("is one that only this host can set over HTTPS, and a plain one over HTTP", async () => {
    const secure = await cookieOf("https://exams.example.org", {});
    await secure.rememberGuest("somebody");
    expect(secure.set).toEqual([expect.objectContaining({ name: guarded, secure: true, path: "/" })]);
    await secure.forgetGuest();
    expect(secure.set.at(-1)).toMatchObject({ name: guarded, secure: true, path: "/", maxAge: 0 });
    const open = await cookieOf("http://exams.example.org", {});
    await open.rememberGuest("somebody");
    expect(open.set).toEqual([expect.objectContaining({ name: plain, secure: false })]);
  });

  it("without the prefix proves nothing over HTTPS, but a guest who began before there was the prefix", async () => {
    const step = await database.db.read.setUpStep.findUnique({ where: { name: "guarded-guest-cookie" } });
    const since = step?.doneAt ?? new Date(Number.NaN);
    expect(Math.abs(Date.now() - since.getTime())).toBeLessThan(24 * 60 * 60 * 1000);
    const before = await learner("before", new Date(since.getTime() - 60_000));
    const after = await learner("after", new Date(since.getTime() + 60_000));
    const asked = async (jar: Readonly<Record<string, string>>) =>
      (await cookieOf("https://exams.example.org", jar)).guestLearnerId();
    expect(await asked({ [plain]: after })).toBeNull();
    expect(await asked({ [plain]: before })).toBe("before");
    expect(await asked({ [guarded]: after, [plain]: before })).toBe("after");
    const open = await cookieOf("http://exams.example.org", { [plain]: after });
    expect(await open.guestLearnerId()).toBe("after");
  });
});
