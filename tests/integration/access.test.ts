import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type Access, accessTable, actors } from "#lib/access/access-table";
import { syncBank } from "#lib/bank/write/sync";
import type { AccessName } from "../support/access/access-name.ts";
import { actionCases } from "../support/access/action-cases.ts";
import { inSource } from "../support/access/in-source.ts";
import { readCases } from "../support/access/page-cases.ts";
import { beginRequests, endRequests, sendAs } from "../support/access/request.ts";
import { makeWorlds, questionSource, secret } from "../support/access/world.ts";
import { makeBank, makeQuestion, syncSample } from "../support/bank.ts";
import { onEachDatabase } from "../support/each-database.ts";
import { type OidcProvider, startOidcProvider } from "../support/oidc-provider.ts";
import { beginQuickHashes, endQuickHashes } from "../support/quick-hashes.ts";
import { type SmtpServer, startSmtpServer } from "../support/smtp-server.ts";

const cases = { ...readCases, ...actionCases };
const names = Object.keys(accessTable) as AccessName[];
const actionNames = names.filter((name) => name in actionCases);
/** The page, route or action that an entry of the table is about: its name without the second word of a variant. */
const subjects = new Set(names.map((name) => (/^(page|[A-Z]+) \S+|^\w+/.exec(name) ?? [""])[0]));

it("is written down for every page, route and server action of the source, and for nothing else", () => {
  const found = inSource();
  expect(
    found.filter((name) => !subjects.has(name)),
    "not in the table",
  ).toEqual([]);
  expect(
    [...subjects].filter((name) => !found.includes(name)),
    "not in the source",
  ).toEqual([]);
  expect(new Set(found).size, "two actions with one name").toBe(found.length);
});

onEachDatabase("access", (database) => {
  let smtp: SmtpServer;
  let provider: OidcProvider;
  beforeAll(async () => {
    smtp = await startSmtpServer();
    provider = await startOidcProvider({ sub: "one", email: "one@example.org", email_verified: true, name: "One" });
    await syncSample(database.db);
    const questions = Array.from({ length: 8 }, (_, i) =>
      makeQuestion(`q${i}`, { domain: i < 4 ? "a" : "b", ...(i === 0 ? { stem: "Another wording" } : {}) }),
    );
    await syncBank({ db: database.db, content: makeBank(questions), now: new Date("2026-11-23T12:00:00Z") });
    const source = { file: "sample/q0.md", source: questionSource };
    await database.db.write((tx) => tx.revision.updateMany({ where: { question: { name: "q0" } }, data: source }));
    for (const [name, value] of [
      ["DATABASE_URL", database.url],
      ["AUTH_SECRET", secret],
      ["LOG_LEVEL", "error"],
      ["SMTP_URL", smtp.url],
      // The test runner has a setting of this name.
      ["BASE_URL", "http://localhost"],
      ["OIDC_ISSUER", provider.issuer],
      ["OIDC_CLIENT_ID", provider.clientId],
      ["OIDC_CLIENT_SECRET", provider.clientSecret],
    ] as const)
      vi.stubEnv(name, value);
    vi.resetModules();
    beginRequests();
    beginQuickHashes();
    // The database of the process is this test's own.
    Object.assign(globalThis, { mockdownDatabase: database.db });
  });
  afterAll(async () => {
    await Promise.all([smtp.stop(), provider.stop()]);
    endRequests();
    endQuickHashes();
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  // Who may do something is asked of the same code on either database: the short run walks a part of the actions on the second.
  let tried = 0;
  afterAll(() =>
    console.info(
      `${database.kind}: ${walked.length} operations by ${actors.length} actors, ${tried} tries, all let through or refused as the table says`,
    ),
  );
  const isWhole = database.kind === "SQLite" || process.env.MOCKDOWN_LONG === "1";
  const walked = isWhole ? names : actionNames.filter((_, i) => i % 6 === 0);
  it.each(walked)("%s is let through for those who may, and for nobody else", async (name) => {
    const { may }: Access = accessTable[name];
    const through: string[] = [];
    const worlds = await makeWorlds(database.db, actors, !name.endsWith(" unanswered"));
    for (const world of worlds) {
      const attempt = await cases[name](world);
      sendAs(world.actor.cookies);
      tried++;
      if (await attempt()) through.push(world.actor.actor);
    }
    expect(through).toEqual([...may].sort((a, b) => actors.indexOf(a) - actors.indexOf(b)));
  });
});
