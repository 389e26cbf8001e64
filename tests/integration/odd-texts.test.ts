import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { getItem } from "#lib/attempts/read/attempt";
import { problemsOf } from "#lib/attempts/schema";
import { saveItemForm } from "#lib/attempts/write/item-form";
import { saveAnswers } from "#lib/attempts/write/save-answers";
import { startAttempt } from "#lib/attempts/write/start-attempt";
import { syncBank } from "#lib/bank/write/sync";
import { searchWords } from "#lib/search/search-words";
import { beginFactor } from "../support/access/account-actions.ts";
import { callAction } from "../support/access/call-action.ts";
import { kindFields, oddFields } from "../support/access/odd-fields.ts";
import { beginRequests, endRequests, sendAs } from "../support/access/request.ts";
import { exam, makeWorld, question, questionSource, secret, type World } from "../support/access/world.ts";
import { makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
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

/** What a browser makes of a text that it shows in a field: one character for the end of a line; spaces around it are nobody's meaning. */
const inField = (text: string) => text.replaceAll("\r\n", "\n").trim();

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
  let emailWithCode: string;
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

  it.each(Object.keys(oddFields).map((name, index) => [name, index] as const))(
    "in the field %s come back as they were sent, or are refused in words",
    async (name, index) => {
      const send = oddFields[name];
      if (send === undefined) throw new Error(name);
      let [kept, refused] = [0, 0];
      const texts = textsFor(index);
      for (const text of texts) {
        await database.db.write((tx) => tx.limitWindow.deleteMany({}));
        sendAs(name === "display name" ? owner.owner.cookies : owner.actor.cookies);
        const { shown, said } = await send({ ...owner, emailWithCode }, text);
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
      expect(kept > 0, "some are kept").toBe(!kindFields.includes(name));
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
