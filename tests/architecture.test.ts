import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importsOf, listSources, resolve } from "./support/architecture/imports.ts";
import { check, features, inside, isActions, keepable, sections } from "./support/architecture/rules.ts";

const files = ["app", "components", "lib", "prisma"].flatMap(listSources);
const readSource = (file: string) => readFileSync(file, "utf8");
const knowsDatabase = (file: string) =>
  importsOf(readSource(file)).some(({ specifier }) => {
    const target = resolve(file, specifier);
    return target !== null && target !== keepable && /^lib\/(db|limits)\//.test(target);
  });

/** The files that a file runs, directly or through others; `actions.ts` is where a call leaves the browser. */
function reached(start: string, read: (file: string) => string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string) => {
    for (const { specifier, typeOnly } of importsOf(read(file))) {
      const target = resolve(file, specifier);
      if (target === null || typeOnly || seen.has(target) || isActions(target) || !files.includes(target)) continue;
      seen.add(target);
      visit(target);
    }
  };
  visit(start);
  return seen;
}

describe("the architecture", () => {
  it("has every file in a room, importing only what its room may know", () => {
    expect(files.flatMap((file) => check(file, readSource(file)))).toEqual([]);
  });

  it("takes no JSON for something that it has not looked at", () => {
    const isCast = (text: string) => /\bJSON\.parse\((?:[^()]|\([^()]*\))*\)\)? as (?!unknown)/.test(text);
    expect(isCast("const a = JSON.parse(row.answer) as Answer;")).toBe(true);
    expect(isCast("(JSON.parse(row.tags()) as string[])")).toBe(true);
    expect(files.filter((file) => isCast(readSource(file)))).toEqual([]);
  });

  it("sees the whole source tree", () => expect(files.length).toBeGreaterThan(120));

  it("knows every room that has a folder for reading or writing as a feature", () => {
    const withFolders = files.flatMap((file) => /^lib\/(\w+)\/(?:read|write|live)\//.exec(file)?.[1] ?? []);
    expect([...new Set(withFolders)].filter((room) => room !== "content").sort()).toEqual(features);
  });

  it("keeps every file that reads or writes from being run by a component", () => {
    const reading = files.filter((file) => file.startsWith("lib/") && knowsDatabase(file));
    const plant = (file: string) => check("components/planted.tsx", `import { any } from "#${file.slice(0, -3)}";`);
    expect(reading.length).toBeGreaterThan(80);
    expect(reading.filter((file) => !isActions(file) && plant(file).length === 0)).toEqual([]);
  });

  it("lets no component reach the database through other files", () => {
    const components = files.filter((file) => file.startsWith("components/") && !sections.includes(file));
    const isClosed = (file: string) => inside.test(file) || (file.startsWith("lib/db/") && file !== keepable);
    expect(components.flatMap((file) => [...reached(file, readSource)].filter(isClosed))).toEqual([]);
    const planted = (file: string) =>
      file === "lib/attempts/plan.ts" ? 'import { database } from "#lib/db/current";' : readSource(file);
    const start = (file: string) =>
      file === "planted.tsx" ? 'import { x } from "#lib/attempts/plan";' : planted(file);
    expect([...reached("planted.tsx", start)].filter(isClosed)).toContain("lib/db/current.ts");
  });

  it.each([
    ["components/question/allowed.tsx", 'import type { ItemView } from "#lib/attempts/read/attempt";'],
    ["components/question/allowed.tsx", 'import { sharedHash } from "#lib/attempts/shared-hash";'],
    ["components/question/allowed.tsx", 'import { signIn } from "#lib/auth/actions";'],
    ["lib/attempts/actions.ts", 'import { saveAnswers } from "./write/save-answers.ts";'],
    ["lib/attempts/allowed.ts", 'import type { ItemView } from "./read/attempt.ts";'],
    ["lib/bank/write/allowed.ts", "export const sync = (db) => db.write(async () => {});"],
  ])("lets %s be: %s", (file, text) => expect(check(file, text)).toEqual([]));

  it.each([
    ["lib/exam/planted.ts", 'import { database } from "#lib/db/current";'],
    ["lib/exam/planted.ts", 'import { database } from "../db/current.ts";'],
    ["lib/exam/planted.ts", 'import { readFile } from "node:fs/promises";'],
    ["lib/exam/planted.ts", "export const now = () => Date.now();"],
    ["lib/bank/planted.ts", 'import { saveAnswers } from "#lib/attempts/write/save-answers";'],
    ["lib/content/planted.ts", 'import { formats } from "#lib/formats/registry";'],
    ["lib/content/planted.ts", 'const late = import("../bank/sync.ts");'],
    ["components/question/planted.tsx", 'import { finishAttempt } from "#lib/attempts/write/finish";'],
    ["components/question/planted.tsx", 'import { database } from "#lib/db/current";'],
    ["components/question/planted.tsx", 'import { allWords } from "#lib/messages/catalogue";'],
    ["components/question/planted.tsx", 'import { getItem } from "#lib/attempts/read/attempt";'],
    ["components/question/planted.tsx", 'import { type ItemView, getItem } from "#lib/attempts/read/attempt";'],
    ["components/question/planted.tsx", 'import { getResult } from "../../lib/attempts/read/get-result.ts";'],
    ["components/question/planted.tsx", 'export { eventStream } from "#lib/discussion/live/event-stream";'],
    ["components/question/planted.tsx", 'const late = import("#lib/review/write/record-reviews");'],
    ["components/question/planted.tsx", 'import { mintViewer } from "#lib/auth/viewer";'],
    ["components/question/planted.tsx", 'import { environment } from "#lib/env/current";'],
    ["lib/attempts/planted.ts", 'import { database } from "#lib/db/current";'],
    ["lib/attempts/planted.ts", 'import type { Database } from "#lib/db/database";'],
    ["lib/attempts/planted.ts", 'import { saveAnswers } from "./write/save-answers.ts";'],
    ["lib/moderation/planted.ts", 'import { getThread } from "#lib/discussion/read/get-thread";'],
    ["lib/bank/read/planted.ts", "export const sync = (db) => db.write(async () => {});"],
    ["lib/bank/read/planted.ts", 'import type { Database, Tx } from "#lib/db/database";'],
    ["app/planted.tsx", 'async function act() {\n  "use server";\n}'],
    ["lib/new-room/planted.ts", "export {};"],
  ])("catches a violation planted in %s: %s", (file, text) => expect(check(file, text)).not.toEqual([]));
});
