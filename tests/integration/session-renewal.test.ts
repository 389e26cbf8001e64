import { createHmac } from "node:crypto";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import type { Database } from "#lib/db/database";

const secret = "a secret of tests that is long enough for anything";
const token = "the-token-of-a-session-of-tests";
const cookie = `${token}.${createHmac("sha256", secret).update(token).digest("base64")}`;
const dayMs = 24 * 60 * 60 * 1000;
/** Signed in two days ago. */
const endsAt = new Date(Date.now() + 28 * dayMs);

/** What a request may do: a page reads cookies, an action or a route sets them, too. */
const request = { maySet: false, set: [] as string[] };
const next = {
  headers: async () => new Headers({ cookie: `mockdown.session_token=${encodeURIComponent(cookie)}` }),
  cookies: async () => ({
    get: (name: string) => (name === "mockdown.session_token" ? { name, value: cookie } : undefined),
    set: (name: string) => {
      if (!request.maySet) throw new Error("Cookies can only be modified in a Server Action or Route Handler.");
      request.set.push(name);
    },
  }),
};

let folder: string;
let db: Database;
let currentViewer: typeof import("#lib/auth/read/current-viewer").currentViewer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mockdown-session-"));
  await copyFile(inject("sqliteTemplate"), join(folder, "test.db"));
  vi.stubEnv("DATABASE_URL", `file:${join(folder, "test.db")}`);
  vi.stubEnv("AUTH_SECRET", secret);
  vi.stubEnv("BASE_URL", "http://localhost:3000");
  vi.resetModules();
  // One a process, which another test may have opened.
  Object.assign(globalThis, { mockdownDatabase: undefined });
  vi.doMock("next/headers", () => next);
  vi.doMock("next/headers.js", () => next);
  const [database, viewer] = await Promise.all([import("#lib/db/current"), import("#lib/auth/read/current-viewer")]);
  db = database.database();
  currentViewer = viewer.currentViewer;
  const [now, owner] = [new Date(), { id: "ada", name: "Ada", email: "ada@example.org", learnerId: "learner-ada" }];
  await db.write(async (tx) => {
    await tx.learner.create({ data: { id: owner.learnerId, createdAt: now } });
    await tx.user.create({ data: { ...owner, createdAt: now, updatedAt: now } });
    await tx.session.create({
      data: { id: "s", token, userId: owner.id, expiresAt: endsAt, createdAt: now, updatedAt: now },
    });
  });
});

afterAll(async () => {
  vi.doUnmock("next/headers");
  vi.doUnmock("next/headers.js");
  await db.close();
  Object.assign(globalThis, { mockdownDatabase: undefined });
  vi.resetModules();
  await rm(folder, { recursive: true });
});

const expiresAt = async () => (await db.read.session.findUnique({ where: { id: "s" } }))?.expiresAt;

it("renews a session where its cookie can be renewed, too, and not on a page: the cookie would end before it", async () => {
  expect((await currentViewer()).member?.userId).toBe("ada");
  expect(await expiresAt(), "after a page").toEqual(endsAt);
  request.maySet = true;
  expect((await currentViewer()).member?.userId).toBe("ada");
  expect((await expiresAt())?.getTime(), "after a request that can set cookies").toBeGreaterThan(
    endsAt.getTime() + dayMs,
  );
  expect(request.set).toContain("mockdown.session_token");
});
