import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { getItem } from "#lib/attempts/read/attempt";
import { problemsOf } from "#lib/attempts/schema";
import { saveItemForm } from "#lib/attempts/write/item-form";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { syncBank } from "#lib/bank/write/sync";
import type { WordKey } from "#lib/messages/words";
import { searchWords } from "#lib/search/search-words";
import { blobName } from "#lib/suggestions/git-patch";
import { beginFactor } from "../support/access/action-cases.ts";
import { callAction } from "../support/access/call-action.ts";
import { beginRequests, endRequests, sendAs } from "../support/access/request.ts";
import {
  commentOf,
  exam,
  makeWorld,
  password,
  question,
  questionSource,
  secret,
  suggestionOf,
  type World,
} from "../support/access/world.ts";
import { makeAuthenticator } from "../support/authenticator.ts";
import { makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { english } from "../support/in-english.ts";
import { oddTexts } from "../support/odd-texts.ts";
import { beginQuickHashes, endQuickHashes } from "../support/quick-hashes.ts";
import { totp } from "../support/totp.ts";

const isLong = process.env.MOCKDOWN_LONG === "1";
/** All of them in the long run. Of the short one each field has a few, other ones for each. */
function textsFor(index: number): readonly string[] {
  const step = isLong ? 1 : 86;
  return oddTexts.filter((_, i) => i % step === (7 * index) % step);
}

it("are 515", () => {
  expect(oddTexts).toHaveLength(515);
});

type Device = ReturnType<typeof makeAuthenticator>;

/** Sends a text in one field. Returns what is shown of it afterwards, and what was said. */
type Field = (world: World, text: string) => Promise<{ readonly shown: string | null; readonly said: string }>;

const state = (end: unknown) =>
  ((end as { readonly value?: unknown }).value ?? {}) as Readonly<Record<string, unknown>>;
/** Every sentence that a form shows. `refusals` is what its refusals begin with in the catalogue. */
function saidIn(end: unknown, refusals: string): string {
  const { refusal, fields, problems } = state(end) as { refusal?: string; fields?: object; problems?: string[] };
  const write = (key: string) => english(key as WordKey, { seconds: 1, most: 1_000 });
  const wrong = [...Object.values(fields ?? {}).flat(), ...(problems ?? [])].map((code) =>
    write(`field.problem-${code}`),
  );
  return [...(refusal ? [write(`${refusals}${refusal}`)] : []), ...wrong].join(" ");
}

/** Fields that take one kind of text, and none of these. */
const kinds: readonly string[] = ["address of a sign-in", "code of a sign-in", "first code of an app"];
const fields: Readonly<Record<string, Field>> = {
  "display name": async ({ db, owner }, name) => {
    const said = saidIn(await callAction("renameAction", { name }), "account.refused-");
    const user = await db.read.user.findUniqueOrThrow({ where: { id: owner.userId }, select: { name: true } });
    return { shown: said === "" ? user.name : null, said };
  },
  comment: async ({ db }, markdown) => {
    const fields = { exam, question, requestId: randomUUID(), markdown };
    const end = await callAction("commentAction", fields);
    const id = state(end).done as string | null;
    const row = id === null ? null : await db.read.comment.findUnique({ where: { id } });
    return { shown: row?.markdown ?? null, said: saidIn(end, "thread.refused-") };
  },
  "note of an invitation": async ({ db }, note) => {
    const said = saidIn(await callAction("inviteAction", { note }), "invitations.refused-");
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
    const end = await callAction("giveRoleAction", { email: owner.email, role, reason });
    const rows = await db.read.roleChange.findMany({ where: { userId: owner.userId }, select: { reason: true } });
    await db.write((tx) => tx.roleChange.deleteMany({ where: { userId: owner.userId } }));
    return { shown: rows[0]?.reason ?? null, said: saidIn(end, "roles.refused-") };
  },
  "detail of a report": async (world, detail) => {
    const fields = { comment: await reportedComment(world), reason: "other", detail };
    const said = saidIn(await callAction("reportAction", fields), "thread.report-refused-");
    const row = await world.db.read.report.findFirst({ select: { detail: true } });
    await world.db.write((tx) => tx.report.deleteMany({}));
    return { shown: row?.detail ?? null, said };
  },
  "reason of an act of moderation": async (world, reason) => {
    const fields = { comment: await reportedComment(world), act: "warn", reason };
    const said = saidIn(await callAction("moderateAction", fields), "moderation.refused-");
    const row = await world.db.read.moderationAct.findFirst({ select: { reason: true } });
    await world.db.write((tx) => tx.moderationAct.deleteMany({}));
    return { shown: row?.reason ?? null, said };
  },
  "date of a plan": async (_, examDate) => {
    const end = await callAction("savePlanAction", { exam, examDate, weekdays: ["1"] });
    const [shown, problem] = ["examDate", "problem"].map((name) => searchOf(end).get(name));
    return { shown: shown ?? null, said: english(`plan.problem-${problem}` as WordKey) };
  },
  "name of a passkey": async ({ db, actor }, name) => {
    const begun = (await callAction("beginPasskeyAction", { name, current: password })) as { readonly value: object };
    const { options } = begun.value as { readonly options: Parameters<Device["make"]>[0] | null };
    if (options === null) return { shown: null, said: saidIn(begun, "account.refused-") };
    await callAction("addPasskeyAction", { name, credential: makeAuthenticator("http://localhost").make(options) });
    const row = await db.read.passkey.findFirst({ where: { userId: actor.userId ?? "" }, select: { name: true } });
    await db.write((tx) => tx.passkey.deleteMany({}));
    return { shown: row?.name ?? null, said: "" };
  },
  "password of a sign-up": async ({ db }, given) => {
    // In a browser of its own: who signs up where somebody is signed in ends that session.
    sendAs({});
    const email = `${randomUUID()}@example.org`;
    const end = await callAction("signUp", { name: "Ada L", email, password: given });
    const row = await db.read.account.findFirst({ where: { user: { email } }, select: { password: true } });
    // What was chosen lets in, to the letter.
    const { verifyPassword } = await import("#lib/auth/hash-password");
    const isKept = row !== null && (await verifyPassword({ hash: row.password ?? "", password: given }));
    return { shown: isKept ? given : null, said: saidIn(end, "entry.refused-") };
  },
  "code of a sign-in": async ({ db }, code) => {
    sendAs({});
    await callAction("signIn", { email: emailWithCode, password });
    const said = saidIn(await callAction("signInCode", { code }), "entry.refused-");
    await db.write((tx) => tx.twoFactor.updateMany({ data: { failedVerificationCount: 0, lockedUntil: null } }));
    return { shown: null, said };
  },
  "first code of an app": async (_, code) => ({
    shown: null,
    said: saidIn(await callAction("confirmFactorAction", { code }), "account.refused-"),
  }),
  "text of a suggested edit": async (_, text) => {
    const sent = { exam, question, base: blobName(questionSource), correct: "0", intent: "check" };
    const end = await callAction("suggestAction", { ...sent, "field-explanation": text });
    const { said, texts } = state(end) as { readonly said: string; readonly texts: Record<string, string> };
    const isTaken = said === "checked" || said === "not-sendable" || said === "nothing-changed";
    return {
      shown: isTaken ? (texts.explanation ?? null) : null,
      said: english(`suggestions.said-${said}` as WordKey),
    };
  },
  "comment on a suggested edit": async ({ db }, comment) => {
    const sent = { exam, question, base: blobName(questionSource), correct: "0", intent: "send", comment };
    const end = await callAction("suggestAction", { ...sent, "field-explanation": "So it is indeed." });
    const row = await db.read.suggestion.findFirst({ where: { state: "open" }, select: { comment: true } });
    await db.write((tx) => tx.suggestion.deleteMany({}));
    return { shown: row?.comment ?? null, said: english(`suggestions.said-${state(end).said}` as WordKey) };
  },
  "answer to a suggested edit": async (world, answer) => {
    const id = await suggestionOf(world);
    const end = await callAction("decideSuggestionAction", { suggestion: id, act: "decline", answer });
    const { said } = state(end);
    const row = await world.db.read.suggestion.findUnique({ where: { id }, select: { answer: true } });
    return {
      shown: said === "decided" ? (row?.answer ?? null) : null,
      said: english(`suggestions.decided-${said}` as WordKey),
    };
  },
  "address of a sign-in": async (_, email) => ({
    shown: null,
    said: saidIn(await callAction("signIn", { email, password: "not it at all" }), "entry.refused-"),
  }),
};

/** What a browser makes of a text that it shows in a field: one character for the end of a line; spaces around it are nobody's meaning. */
const inField = (text: string) => text.replaceAll("\r\n", "\n").trim();

/** Of an account that is asked for a code. */
let emailWithCode = "";

/** Where a form that was not kept leads: its fields are in the address, and shown again. */
const searchOf = (end: unknown) => new URL((end as { to: string }).to, "http://localhost").searchParams;

/** A comment of the owner, whoever asks. */
async function reportedComment(world: World): Promise<string> {
  const found = await world.db.read.comment.findFirst({ where: { authorId: world.owner.userId } });
  return found?.id ?? commentOf(world);
}

/** A question whose answer is typed. */
function makeTyped(name: string) {
  const publicPart = JSON.stringify({ kind: "text", stemHtml: name, stemText: name, scenario: null });
  const key = { kind: "text", accepted: ["a word"] };
  const secretPart = JSON.stringify({ key, explanation: [], optionNotes: {}, references: [] });
  return makeQuestion(name, { domain: "b", publicPart, secretPart });
}

onEachDatabase("odd texts", (database) => {
  // PostgreSQL refuses more.
  if (!isLong && database.kind === "SQLite") return void it.skip("are tried in the long run", () => {});
  let owner: World;
  beforeAll(async () => {
    const names = ["q0", "q1", "q2", "q3"];
    const questions = [...names.map((name) => makeQuestion(name)), ...names.map((name) => makeTyped(`typed-${name}`))];
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
    beginQuickHashes();
    // The database of the process is this test's own.
    Object.assign(globalThis, { mockdownDatabase: database.db });
    owner = await makeWorld(database.db, "administrator", true);
    const source = { file: `${exam}/${question}.md`, source: questionSource };
    await database.db.write((tx) => tx.revision.updateMany({ where: { question: { name: question } }, data: source }));
    const withCode = (await makeWorld(database.db, "owner", true)).owner;
    const appSecret = await beginFactor(withCode.cookies);
    await callAction("confirmFactorAction", { code: totp(appSecret) });
    emailWithCode = withCode.email;
  });
  afterAll(() => {
    endRequests();
    endQuickHashes();
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it.each(Object.keys(fields).map((name, index) => [name, index] as const))(
    "in the field %s come back as they were sent, or are refused in words",
    async (name, index) => {
      const send = fields[name];
      if (send === undefined) throw new Error(name);
      let [kept, refused] = [0, 0];
      const texts = textsFor(index);
      for (const text of texts) {
        await database.db.write((tx) => tx.limitWindow.deleteMany({}));
        sendAs(name === "display name" ? owner.owner.cookies : owner.actor.cookies);
        const { shown, said } = await send(owner, text);
        if (shown === null) {
          expect(said, JSON.stringify(text)).toMatch(/^[A-Z][^{}]{5,}$/);
          expect(said, JSON.stringify(text)).not.toMatch(/Invalid|pattern|couldn’t be read|expected/);
          refused++;
        } else {
          expect(inField(shown), JSON.stringify(text)).toBe(inField(text));
          kept++;
        }
      }
      console.info(`odd texts on ${database.kind}, ${name}: ${kept} kept as sent, ${refused} refused in words`);
      expect(kept + refused).toBe(texts.length);
      expect(kept > 0, "some are kept").toBe(!kinds.includes(name));
    },
    isLong ? 3_600_000 : 60_000,
  );

  it.each(["study", "mock"] as const)(
    "in notes and typed answers of a %s attempt come back as they were sent, with script and without",
    async (mode) => {
      const { db } = database;
      const viewer = { ...owner.owner.viewer, learnerId: owner.owner.learnerId };
      const now = new Date();
      const started = await startAttempt({ db, viewer, examSlug: exam, mode, seed: "odd", now });
      if (!started.ok) throw new Error(started.error);
      const attemptId = started.value;
      const items = await Promise.all([1, 2, 3, 4].map((position) => getItem(db, viewer, attemptId, position, now)));
      const position = items.findIndex((item) => item?.question.kind === "text") + 1;
      const shown = async () => (await getItem(db, viewer, attemptId, position, now))?.marks;
      let [kept, refused] = [0, 0];
      const texts = textsFor(mode === "mock" ? 1 : 8);
      for (const text of texts) {
        const said = JSON.stringify(text);
        const answer = { kind: "text" as const, value: text };
        const version = 10 * (kept + refused + 1);
        const made = { position, version, madeAt: now.toISOString(), elapsedMs: 0 };
        const sent = { note: text, answer } as const;
        for (const field of ["note", "answer"] as const) {
          const entries = [{ ...made, field, value: sent[field] }];
          const saved = await saveAnswers({ db, viewer, attemptId, body: { clientId: "client-one", entries }, now });
          if (saved.ok) expect((await shown())?.[field], said).toEqual(sent[field]);
          else expect(problemsOf({ clientId: "client-one", entries }), said).toMatch(/Too big|at most/);
          if (saved.ok) kept++;
          else refused++;
        }
        const form = new FormData();
        for (const [name, value] of Object.entries({
          attempt: attemptId,
          position: String(position),
          note: text,
          value: text,
        }))
          form.set(name, value);
        const saved = await saveItemForm({ db, viewer, form, now });
        if (saved?.refused) expect(saved.refused, said).toMatch(/too-long$/);
        else expect((await shown())?.note, said).toBe(text.replaceAll("\r\n", "\n"));
        if (!saved?.refused && text.trim() !== "") expect((await shown())?.answer, said).toEqual(answer);
      }
      console.info(
        `odd texts on ${database.kind}, notes and typed answers in ${mode}: ${kept} kept as sent, ${refused} refused in words`,
      );
      expect(kept).toBeGreaterThan(texts.length * 1.8);
    },
    isLong ? 3_600_000 : 60_000,
  );

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
