import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { syncBank } from "#lib/bank/write/sync";
import { sentTo } from "../support/access/action-cases.ts";
import { actionFields, otherFields } from "../support/access/action-fields.ts";
import { callAction } from "../support/access/call-action.ts";
import { fieldNames } from "../support/access/field-names.ts";
import { beginRequests, endRequests, sendAs } from "../support/access/request.ts";
import type { ActionName } from "../support/access/sent.ts";
import { makeWorld, questionSource, secret } from "../support/access/world.ts";
import { makeBank, makeQuestion } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { oddTexts } from "../support/odd-texts.ts";
import { beginQuickHashes, endQuickHashes } from "../support/quick-hashes.ts";
import { type SmtpServer, startSmtpServer } from "../support/smtp-server.ts";

const isLong = process.env.MOCKDOWN_LONG === "1";
/** Where nobody has answered the same fields are read, and refused sooner. */
const names = (Object.keys(actionFields) as ActionName[]).filter((name) => isLong || !name.endsWith(" unanswered"));
/** In the short run they share the texts: each field has one of them, another one for each. */
let turn = 0;
function textsFor(): readonly string[] {
  turn += 7;
  return isLong ? oddTexts : oddTexts.slice(turn % oddTexts.length).slice(0, 1);
}

it("is every field that a form shows, an action reads or a schema of forms holds", () => {
  const tried = Object.values(actionFields).flat();
  /** A name that is put together, such as `place:…`, counts by how it begins. */
  const isTried = (name: string) =>
    tried.some((each) => each === name || (/[-:]$/.test(name) && each.startsWith(name)));
  const found = [...fieldNames()];
  expect(found.length).toBeGreaterThan(60);
  expect(found.filter(([name]) => !isTried(name) && !(name in otherFields))).toEqual([]);
});

onEachDatabase("an odd text in any field", (database) => {
  // What both databases take PostgreSQL takes: it refuses more.
  if (!isLong && database.kind === "SQLite") return void it.skip("is tried in the long run", () => {});
  let smtp: SmtpServer;
  let sent = 0;
  beforeAll(async () => {
    smtp = await startSmtpServer();
    const questions = Array.from({ length: 8 }, (_, i) => makeQuestion(`q${i}`, { domain: i < 4 ? "a" : "b" }));
    await syncBank({ db: database.db, content: makeBank(questions), now: new Date("2026-11-23T12:00:00Z") });
    const source = { file: "sample/q0.md", source: questionSource };
    await database.db.write((tx) => tx.revision.updateMany({ where: { question: { name: "q0" } }, data: source }));
    const settings = {
      DATABASE_URL: database.url,
      AUTH_SECRET: secret,
      BASE_URL: "http://localhost",
      SMTP_URL: smtp.url,
      LOG_LEVEL: "error",
    };
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    vi.resetModules();
    beginRequests();
    beginQuickHashes();
    // The database of the process is this test's own.
    Object.assign(globalThis, { mockdownDatabase: database.db });
  });
  afterAll(async () => {
    const count = Object.values(actionFields).flat().length;
    console.info(`${database.kind}: ${sent} odd texts in ${count} fields of actions, no error`);
    endRequests();
    endQuickHashes();
    vi.unstubAllEnvs();
    vi.resetModules();
    await smtp.stop();
  });

  it.each(names.filter((name) => actionFields[name].length > 0))(
    "is taken or refused by %s, and breaks nothing",
    async (name) => {
      // The administrator may most, and owns nothing of it.
      const world = await makeWorld(database.db, "administrator", true);
      const { fields = {}, first } = await sentTo[name](world);
      for (const field of actionFields[name])
        for (const text of textsFor()) {
          sendAs(world.actor.cookies);
          await first?.();
          await database.db.write((tx) => tx.limitWindow.deleteMany({}));
          const end = await callAction(name.split(" ")[0] ?? "", { ...fields, [field]: text });
          sent++;
          // An address is a header: nothing stands in it that has to be written otherwise, and proxies take few thousand.
          if (typeof end === "object" && "to" in end) expect(end.to, field).toMatch(/^\/[!-~]{0,3000}$/);
          else if (typeof end === "object") expect(() => JSON.stringify(end.value), field).not.toThrow();
        }
    },
    isLong ? 3_600_000 : 60_000,
  );
});
