import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { afterEach, expect, it, vi } from "vitest";
import { hashPassword } from "#lib/auth/hash-password";
import { createAccount } from "#lib/auth/write/create-account";
import { onEachDatabase } from "../support/each-database.ts";

const password = "tulip gravel sextant";
const rounds = 9;

async function timeOf(job: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await job();
  return performance.now() - begun;
}

onEachDatabase("a refused sign-in", (database) => {
  afterEach(() => {
    Object.assign(globalThis, { mockdownDatabase: undefined });
    vi.resetModules();
  });

  it("takes as long for an address without an account as for one with an account, within a fifth", async () => {
    vi.stubEnv("DATABASE_URL", database.url);
    vi.stubEnv("AUTH_SECRET", "a secret of tests that is long enough for anything");
    vi.stubEnv("BASE_URL", "http://localhost:3000");
    vi.resetModules();
    Object.assign(globalThis, { mockdownDatabase: database.db });
    const email = `${randomUUID()}@example.org`;
    const passwordHash = await hashPassword(password);
    await createAccount({ db: database.db, guestId: null, name: "Ada", email, passwordHash, now: new Date() });
    const { auth } = await import("#lib/auth/write/auth");
    const refuse = (address: string) =>
      timeOf(() =>
        auth()
          .api.signInEmail({ body: { email: address, password: "not this one" }, headers: new Headers() })
          .then(
            () => Promise.reject(new Error("signed in")),
            () => undefined,
          ),
      );
    await refuse(email);
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      known.push(await refuse(email));
      unknown.push(await refuse(`${randomUUID()}@example.org`));
    }
    // Whatever else the machine does only adds to a time: the least of each is nearest to what the sign-in itself takes.
    const [a, b] = [Math.min(...known), Math.min(...unknown)];
    console.info(
      `sign-in refused: known address ${a.toFixed(1)} ms, unknown ${b.toFixed(1)} ms, ratio ${(a / b).toFixed(3)}`,
    );
    expect(a / b).toBeGreaterThan(0.8);
    expect(a / b).toBeLessThan(1.25);
  });
});

it("twenty sign-ins at once leave files and queries of everybody else their threads", async () => {
  const begun = performance.now();
  let isDone = false;
  const all = Promise.all(Array.from({ length: 20 }, () => hashPassword(password))).then(() => {
    isDone = true;
  });
  let longestMs = 0;
  while (!isDone) longestMs = Math.max(longestMs, await timeOf(() => stat(".")));
  await all;
  const totalMs = performance.now() - begun;
  console.info(
    `20 passwords hashed in ${totalMs.toFixed(0)} ms; the longest wait for a file meanwhile ${longestMs.toFixed(1)} ms`,
  );
  expect(longestMs).toBeLessThan(totalMs / 4);
});
