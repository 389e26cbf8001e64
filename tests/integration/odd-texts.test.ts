import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { hashPassword } from "#lib/auth/hash-password";
import { syncBank } from "#lib/bank/write/sync";
import { searchWords } from "#lib/search/search-words";
import { callAction } from "../support/access/call-action.ts";
import { beginRequests, endRequests, sendAs } from "../support/access/request.ts";
import { exam, makeWorld, password, question, secret, type World } from "../support/access/world.ts";
import { makeBank, makeQuestion, syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { oddTexts } from "../support/odd-texts.ts";

const isLong = process.env.MOCKDOWN_LONG === "1";
/** The short run takes every fifth, another one for each field. */
const textsFor = (index: number) => (isLong ? oddTexts : oddTexts.filter((_, i) => i % 5 === index % 5));

it("are 515", () => {
  expect(oddTexts).toHaveLength(515);
});

/** Sends a text in one field. Returns what is shown of it afterwards, and what was said. */
type Field = (world: World, text: string) => Promise<{ readonly shown: string | null; readonly said: string }>;

const state = (end: unknown) =>
  ((end as { readonly value?: unknown }).value ?? {}) as Readonly<Record<string, unknown>>;
/** Every sentence in the state of a form. */
function saidIn(end: unknown): string {
  const { message, fields, problems } = state(end) as { message?: string; fields?: object; problems?: string[] };
  return [message ?? "", ...Object.values(fields ?? {}).flat(), ...(problems ?? [])].join(" ").trim();
}

const fields: Readonly<Record<string, Field>> = {
  "display name": async ({ db, owner }, name) => {
    const said = saidIn(await callAction("renameAction", { name }));
    const user = await db.read.user.findUniqueOrThrow({ where: { id: owner.userId }, select: { name: true } });
    return { shown: said === "" ? user.name : null, said };
  },
  comment: async ({ db }, markdown) => {
    const fields = { exam, question, requestId: randomUUID(), markdown };
    const end = await callAction("commentAction", fields);
    const id = state(end).done as string | null;
    const row = id === null ? null : await db.read.comment.findUnique({ where: { id } });
    return { shown: row?.markdown ?? null, said: saidIn(end) };
  },
  "note of an invitation": async ({ db }, note) => {
    const said = saidIn(await callAction("inviteAction", { note }));
    const row = await db.read.invitation.findFirst({
      where: { createdById: { not: null } },
      orderBy: { createdAt: "desc" },
    });
    await db.write((tx) => tx.invitation.deleteMany({}));
    return { shown: said === "" ? (row?.note ?? null) : null, said };
  },
  "reason of a role": async ({ db, owner }, reason) => {
    const role =
      (await db.read.user.findUnique({ where: { id: owner.userId } }))?.role === "author" ? "member" : "author";
    const said = saidIn(await callAction("giveRoleAction", { email: owner.email, role, reason }));
    const rows = await db.read.roleChange.findMany({ where: { userId: owner.userId }, select: { reason: true } });
    await db.write((tx) => tx.roleChange.deleteMany({ where: { userId: owner.userId } }));
    return { shown: rows[0]?.reason ?? null, said };
  },
  "address of a sign-in": async (_, email) => ({
    shown: null,
    said: saidIn(await callAction("signIn", { email, password: "not it at all" })),
  }),
};

onEachDatabase("odd texts", (database) => {
  let owner: World;
  beforeAll(async () => {
    await syncSample(database.db);
    const questions = Array.from({ length: 8 }, (_, i) => makeQuestion(`q${i}`, { domain: i < 4 ? "a" : "b" }));
    await syncBank({ db: database.db, content: makeBank(questions), now: new Date("2026-11-23T12:00:00Z") });
    const settings = {
      DATABASE_URL: database.url,
      AUTH_SECRET: secret,
      BASE_URL: "http://localhost",
      LOG_LEVEL: "error",
    };
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    vi.resetModules();
    beginRequests();
    // The database of the process is this test's own.
    Object.assign(globalThis, { mockdownDatabase: database.db });
    owner = await makeWorld(database.db, "administrator", true);
    await hashPassword(password);
  });
  afterAll(() => {
    endRequests();
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it.each(Object.keys(fields).map((name, index) => [name, index] as const))(
    "in the field %s come back as they were sent, or are refused in words",
    async (name, index) => {
      const send = fields[name];
      if (send === undefined) throw new Error(name);
      let [kept, refused] = [0, 0];
      for (const text of textsFor(index)) {
        sendAs(name === "display name" ? owner.owner.cookies : owner.actor.cookies);
        const { shown, said } = await send(owner, text);
        if (shown === null) {
          expect(said, JSON.stringify(text)).toMatch(/^[A-Z][^{}]{5,}$/);
          expect(said, JSON.stringify(text)).not.toMatch(/Invalid|pattern|Not understood|expected/);
          refused++;
        } else {
          // Spaces around a text are nobody's meaning; a browser sends two characters for the end of a line.
          expect(shown, JSON.stringify(text)).toBe(text.replaceAll("\r\n", "\n").trim());
          kept++;
        }
      }
      console.info(`odd texts, ${name}: ${kept} kept as sent, ${refused} refused in words`);
      expect(kept + refused).toBe(textsFor(index).length);
    },
    isLong ? 600_000 : 120_000,
  );

  it("in a note on an item come back as they were sent, or are refused", async () => {
    const { db } = database;
    const viewer = { ...owner.owner.viewer, learnerId: owner.owner.learnerId };
    const now = new Date();
    const started = await startAttempt({ db, viewer, examSlug: exam, mode: "study", seed: "odd", now });
    if (!started.ok) throw new Error(started.error);
    let kept = 0;
    for (const [i, value] of textsFor(1).entries()) {
      const entry = { position: 1, version: i + 1, madeAt: now.toISOString(), elapsedMs: 0, field: "note", value };
      const body = { clientId: "client-one", entries: [entry] };
      const saved = await saveAnswers({ db, viewer, attemptId: started.value, body, now });
      if (!saved.ok) continue;
      const row = await db.read.itemEntry.findFirst({ where: { attemptId: started.value, version: i + 1 } });
      expect(JSON.parse(row?.value ?? "null"), JSON.stringify(value)).toBe(value);
      kept++;
    }
    console.info(`odd texts, note on an item: ${kept} kept as sent`);
    expect(kept).toBeGreaterThan(textsFor(1).length * 0.9);
  });

  it("in a search find nothing or something, and break nothing", async () => {
    const { searchQuestions } = await import("#lib/search/read/search-questions");
    const { viewer } = owner.owner;
    for (const text of textsFor(2)) {
      const words = searchWords(text);
      if (words.length === 0) continue;
      const request = { words, examSlug: null, page: 1 };
      expect(await searchQuestions(database.db, viewer, request, new Date()), JSON.stringify(text)).toBeTruthy();
    }
  });
});
