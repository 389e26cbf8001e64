import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Actor } from "#lib/access/access-table";
import { callAction } from "../support/access/call-action.ts";
import { beginRequests, endRequests, sendAs } from "../support/access/request.ts";
import { commentOf, makePerson, makeWorld, type Person, password, secret } from "../support/access/world.ts";
import { syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { beginQuickHashes, endQuickHashes } from "../support/quick-hashes.ts";

onEachDatabase("security events", (database) => {
  let hash: string;
  const events: Record<string, unknown>[] = [];
  beforeAll(async () => {
    await syncSample(database.db);
    for (const [name, value] of [
      ["DATABASE_URL", database.url],
      ["AUTH_SECRET", secret],
      ["BASE_URL", "http://localhost"],
    ] as const)
      vi.stubEnv(name, value);
    vi.resetModules();
    beginRequests();
    beginQuickHashes();
    hash = await (await import("#lib/auth/hash-password")).hashPassword(password);
    // The database of the process is this test's own.
    Object.assign(globalThis, { mockdownDatabase: database.db });
  });
  beforeEach(() => {
    events.length = 0;
    const note = (line: unknown) => void events.push(JSON.parse(String(line)));
    vi.spyOn(console, "info").mockImplementation(note);
    vi.spyOn(console, "warn").mockImplementation(note);
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => {
    endRequests();
    endQuickHashes();
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  const as = async (actor: Actor): Promise<Person> => {
    const person = await database.db.write((tx) => makePerson(tx, actor, hash));
    sendAs(person.cookies);
    return person;
  };
  const reported = (event: string) => events.find((each) => each.event === event);

  it("tell of sign-ins, refusals and sign-outs by pseudonym, with the id of the request", async () => {
    const { email, userId } = await as("owner");
    await callAction("signOut", {});
    expect(reported("signed-out")).toMatchObject({ level: "info", request: "a-request", actor: expect.any(String) });
    sendAs({});
    await callAction("signIn", { email, password: "not it" });
    expect(reported("sign-in-refused")).toMatchObject({ level: "warn", cause: "wrong-password", actor: null });
    await callAction("signIn", { email, password });
    expect(reported("signed-in")).toMatchObject({ actor: reported("signed-out")?.actor, address: expect.any(String) });
    const text = JSON.stringify(events);
    for (const word of [email, userId ?? "", password]) expect(text).not.toContain(word);
  });

  it("tell of new and refused passwords, ended sessions, exports and deletions", async () => {
    await as("owner");
    await callAction("changePasswordAction", { current: "not it", next: "other words, far apart" });
    expect(reported("password-refused")).toMatchObject({ level: "warn", to: "change", cause: "wrong-password" });
    const { GET } = await import("../../app/account/data/route.ts");
    await GET();
    expect(reported("data-exported")).toMatchObject({ actor: reported("password-refused")?.actor });
    await callAction("changePasswordAction", { current: password, next: "other words, far apart" });
    expect(reported("password-changed")).toMatchObject({ actor: reported("password-refused")?.actor });
    await as("owner");
    await callAction("endSessionsAction", { session: "all", current: password });
    expect(reported("sessions-ended")).toMatchObject({ count: 1 });
    await as("owner");
    await callAction("deleteAccountAction", { current: password, comments: "keep" });
    expect(reported("account-deleted")).toMatchObject({ comments: "keep", actor: expect.any(String) });
    await as("guest");
    await callAction("deleteGuestAction", {});
    expect(reported("guest-deleted")).toMatchObject({ actor: null });
  });

  it("tell of passwords that were wrong where an authenticator app is set up", async () => {
    await as("owner");
    await callAction("beginFactorAction", { current: "not it" });
    expect(reported("password-refused")).toMatchObject({
      level: "warn",
      to: "second-factor",
      cause: "INVALID_PASSWORD",
    });
  });

  it("tell of roles, of moderation, and of those who had no right to it", async () => {
    const world = await makeWorld(database.db, "moderator", true);
    const comment = await commentOf(world);
    const fields = { comment, act: "hide", reason: "for this test" };
    await as("other");
    await callAction("moderateAction", fields);
    expect(reported("access-refused")).toMatchObject({ level: "warn", to: "hide", cause: "not-a-moderator" });
    sendAs(world.actor.cookies);
    await callAction("moderateAction", fields);
    expect(reported("moderated")).toMatchObject({ act: "hide", actor: expect.any(String) });
    await as("administrator");
    await callAction("giveRoleAction", { email: world.owner.email, role: "author", reason: "for this test" });
    expect(reported("role-changed")).toMatchObject({ role: "author", cause: "page" });
    sendAs(world.owner.cookies);
    const { GET } = await import("../../app/account/data/route.ts");
    const data = await (await GET()).json();
    expect(data.account.roleChanges).toMatchObject([{ before: "member", after: "author", reason: "for this test" }]);
  });

  it("count the attempts that go with their learner, so that they are not taken for lost", async () => {
    const { attemptOf } = await import("../support/access/world.ts");
    const world = await makeWorld(database.db, "owner", true);
    await attemptOf(world, "study");
    await attemptOf(world, "study");
    const count = async () => (await database.db.read.erased.findUnique({ where: { id: 1 } }))?.attempts ?? 0;
    const before = await count();
    sendAs(world.owner.cookies);
    await callAction("deleteAccountAction", { current: password, comments: "keep" });
    expect(await count()).toBe(before + 2);
  });

  it("are none where an owner withdraws the address of a calendar, which leads nowhere then", async () => {
    const { calendarPath, learnerOfCalendar } = await import("#lib/review/read/calendar-address");
    const { learnerId } = await as("owner");
    const token = async () => (await calendarPath(database.db, learnerId ?? "", secret)).split("/").at(-1) ?? "";
    const before = await token();
    expect(await learnerOfCalendar(database.db, before, secret)).toBe(learnerId);
    await callAction("newCalendarAction", {});
    expect(await learnerOfCalendar(database.db, before, secret)).toBeNull();
    expect(await learnerOfCalendar(database.db, await token(), secret)).toBe(learnerId);
    expect(events).toEqual([]);
  });
});
