import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { afterEach, expect, it, vi } from "vitest";
import { hashPassword } from "#lib/auth/hash-password";
import { createAccount } from "#lib/auth/write/create-account";
import { onEachDatabase } from "../support/each-database.ts";

const password = "tulip gravel sextant";
const rounds = 5;

/** Milliseconds of the clock, and of processors in this process with all its threads: these alone hold on a busy machine. */
async function costOf(job: () => Promise<unknown>): Promise<{ readonly clock: number; readonly processor: number }> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await job();
  const { user, system } = process.cpuUsage(used);
  return { clock: performance.now() - begun, processor: (user + system) / 1_000 };
}

type Cost = Awaited<ReturnType<typeof costOf>>;
/** Whatever else is done meanwhile only adds to a cost: the least is nearest to what the sign-in itself takes. */
const least = (costs: readonly Cost[], of: keyof Cost) => Math.min(...costs.map((cost) => cost[of]));

onEachDatabase("a refused sign-in", (database) => {
  afterEach(() => {
    Object.assign(globalThis, { mockdownDatabase: undefined });
    vi.resetModules();
  });

  it("costs as much for an address without an account as for one with an account, within a fifth", async () => {
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
      costOf(() =>
        auth()
          .api.signInEmail({ body: { email: address, password: "not this one" }, headers: new Headers() })
          .then(
            () => Promise.reject(new Error("signed in")),
            () => undefined,
          ),
      );
    await refuse(email);
    const [known, unknown]: [Cost[], Cost[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      known.push(await refuse(email));
      unknown.push(await refuse(`${randomUUID()}@example.org`));
    }
    for (const of of ["clock", "processor"] as const)
      console.info(
        `sign-in refused, ${of}: known address ${least(known, of).toFixed(1)} ms, unknown ${least(unknown, of).toFixed(1)} ms`,
      );
    const ratio = least(known, "processor") / least(unknown, "processor");
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
  });
});

it("twenty sign-ins at once leave files and queries of everybody else their threads", async () => {
  const begun = performance.now();
  let isDone = false;
  const all = Promise.all(Array.from({ length: 20 }, () => hashPassword(password))).then(() => {
    isDone = true;
  });
  let longestMs = 0;
  while (!isDone) longestMs = Math.max(longestMs, (await costOf(() => stat("."))).clock);
  await all;
  const totalMs = performance.now() - begun;
  console.info(
    `20 passwords hashed in ${totalMs.toFixed(0)} ms; the longest wait for a file meanwhile ${longestMs.toFixed(1)} ms`,
  );
  expect(longestMs).toBeLessThan(totalMs / 4);
});
