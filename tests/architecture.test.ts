import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/**
 * The map of the house: what each room may import of the others. A room is a folder; its own files are always allowed.
 * A new folder without a line here fails the test.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  "lib/exam": [],
  "lib/messages": [],
  "lib/dates": ["lib/messages"],
  "lib/markdown": [],
  "lib/content": ["lib/exam", "lib/markdown"],
  "lib/formats": ["lib/exam", "lib/markdown", "lib/content"],
  "lib/access": [],
  "lib/env": ["lib/messages"],
  "lib/log": [],
  "lib/metrics": ["lib/db"],
  "lib/events": ["lib/env", "lib/log"],
  "lib/db": ["lib/exam", "lib/env", "lib/log", "lib/metrics", "prisma"],
  "lib/limits": ["lib/db", "lib/env"],
  "lib/mail": ["lib/env", "lib/log"],
  "lib/auth": [
    "lib/messages",
    "lib/exam",
    "lib/db",
    "lib/env",
    "lib/log",
    "lib/events",
    "lib/limits",
    "lib/mail",
    // Mails are written in the language of the account.
    "lib/settings",
    "prisma",
  ],
  "lib/bank": ["lib/exam", "lib/db"],
  "lib/attempts": [
    "lib/messages",
    "lib/dates",
    "lib/exam",
    "lib/db",
    "lib/env",
    "lib/log",
    "lib/metrics",
    "lib/auth",
    "lib/bank",
    "lib/review",
    "lib/limits",
    // A number is read as its learner writes numbers.
    "lib/settings",
  ],
  "lib/review": ["lib/messages", "lib/dates", "lib/exam", "lib/db", "lib/auth", "lib/bank", "lib/settings"],
  "lib/notifications": [
    "lib/messages",
    "lib/dates",
    "lib/exam",
    "lib/db",
    "lib/env",
    "lib/log",
    "lib/mail",
    "lib/auth",
    // Mails are written in the language of the account.
    "lib/settings",
  ],
  "lib/discussion": [
    "lib/messages",
    "lib/dates",
    "lib/exam",
    "lib/db",
    "lib/env",
    "lib/log",
    "lib/auth",
    "lib/bank",
    "lib/attempts",
    "lib/markdown",
    "lib/moderation",
    "lib/notifications",
    "lib/limits",
  ],
  "lib/moderation": [
    "lib/messages",
    "lib/dates",
    "lib/exam",
    "lib/db",
    "lib/env",
    "lib/auth",
    "lib/events",
    "lib/attempts",
    "lib/discussion",
    "lib/notifications",
  ],
  "lib/suggestions": [
    "lib/messages",
    "lib/dates",
    "lib/exam",
    "lib/content",
    "lib/db",
    "lib/env",
    "lib/auth",
    "lib/events",
    "lib/bank",
    "lib/attempts",
    "lib/discussion",
    "lib/notifications",
    "lib/limits",
    "lib/markdown",
  ],
  "lib/progress": [
    "lib/messages",
    "lib/dates",
    "lib/exam",
    "lib/db",
    "lib/auth",
    "lib/bank",
    "lib/attempts",
    "lib/review",
  ],
  "lib/authoring": [
    "lib/messages",
    "lib/dates",
    "lib/exam",
    "lib/db",
    "lib/log",
    "lib/auth",
    "lib/bank",
    "lib/attempts",
    "lib/review",
    "lib/moderation",
  ],
  "lib/account": [
    "lib/env",
    "lib/messages",
    "lib/dates",
    "lib/exam",
    "lib/env",
    "lib/db",
    "lib/mail",
    "lib/log",
    "lib/events",
    "lib/auth",
    "lib/attempts",
    "lib/limits",
    "lib/discussion",
    "lib/notifications",
    "lib/review",
    "lib/settings",
  ],
  // For authors: it checks files as the commands do.
  "lib/preview": ["lib/exam", "lib/content", "lib/cli", "lib/env", "lib/db", "lib/auth", "lib/bank", "lib/attempts"],
  "lib/search": ["lib/exam", "lib/db", "lib/auth", "lib/bank", "lib/review"],
  // The language of mails is kept with the account.
  "lib/settings": ["lib/messages", "lib/exam", "lib/env", "lib/db", "lib/auth"],
  "lib/help": ["lib/messages", "lib/attempts", "lib/markdown"],
  "lib/tracing": ["lib/db", "lib/log", "lib/metrics"],
  "lib/server": ["lib/auth", "lib/db", "lib/env", "lib/log", "lib/attempts", "lib/discussion"],
  "lib/cli": ["lib"],
  "components/ui": [],
  components: ["components", "lib/exam", "lib/dates", "lib"],
  app: ["components", "lib"],
  prisma: ["lib/db", "lib/cli", "tests/support"],
};

/** Rooms whose files must not touch the outside world: no clock, chance, I/O, framework or database. */
const pure = ["lib/exam", "lib/dates"];
const impure = /^(node:|next|react|@prisma|zod$|better-auth)/;
const clockOrChance = /\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\./;

/**
 * A feature keeps what asks the database in `read/`, what changes it in `write/` and what is pushed to open pages in
 * `live/`. Its other files, the front of the room, reach neither the database nor those folders: they are shapes, rules
 * and words, which may run in a browser. Only `actions.ts`, which forms call on the server, stands in front and reaches in.
 */
const features = [
  "account",
  "attempts",
  "auth",
  "authoring",
  "bank",
  "discussion",
  "moderation",
  "notifications",
  "progress",
  "review",
  "search",
  "settings",
  "suggestions",
];
const inside = new RegExp(`^lib/(${features.join("|")})/(read|write|live)/`);
const front = new RegExp(`^lib/(${features.join("|")})/[\\w-]+\\.ts$`);
const isActions = (file: string) => /\/([a-z]+-)?actions\.ts$/.test(file);
/** Needs no database: what a text must be so that both databases can keep it. */
const keepable = "lib/db/keepable.ts";
/** What only a file that writes can say. */
const writes = /\bTx\b|\.write\(|\.insertMissing\(|\$executeRaw/;

/** What components may run; of everything else they may know types. Of `lib/auth` the front too holds what signs and hashes. */
const openToComponents =
  /^(components|lib\/exam|lib\/dates)\/|^lib\/auth\/(actions|mail-actions|passkey-actions|schema)\.ts$/;
/** The words for browsers; of the room, `catalogue.ts` holds every language and the parser. */
const wordsForBrowsers = /^lib\/messages\/(languages|message|words)\.ts$/;
const isOpenToComponents = (target: string) =>
  wordsForBrowsers.test(target) ||
  openToComponents.test(target) ||
  (front.test(target) && !target.startsWith("lib/auth/"));

/** Sections that stand on several pages and ask for their own data; every other component is given what it shows. */
const sections = ["components/discussion/discussion.tsx"];

interface Violation {
  readonly file: string;
  readonly reason: string;
}

function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" || entry.name === "migrations" ? [] : listSources(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith(".test.ts") ? [path] : [];
  });
}

function importsOf(text: string): { readonly specifier: string; readonly typeOnly: boolean }[] {
  const statements = text.matchAll(/(?:import|export)\s+(type\s)?[^"';]*?from\s*"([^"]+)"|import\s*\(?\s*"([^"]+)"/g);
  return [...statements].map((match) => ({ specifier: match[2] ?? match[3] ?? "", typeOnly: match[1] !== undefined }));
}

/** The file of this repository that a specifier names, or null for a package. */
function resolve(file: string, specifier: string): string | null {
  if (specifier.startsWith(".")) return normalize(join(dirname(file), specifier));
  // What it is on the server reads the request; what it is in a browser stands among the components.
  if (specifier === "#words") return "components/give-words.tsx";
  const mapped = /^#(lib|components|prisma)\/(.*)$/.exec(specifier);
  if (mapped === null) return null;
  return `${mapped[1]}/${mapped[2]}${mapped[1] === "lib" ? ".ts" : mapped[1] === "components" ? ".tsx" : ""}`;
}

function roomOf(path: string): string | undefined {
  return Object.keys(rooms)
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function check(file: string, text: string): Violation[] {
  const room = roomOf(file);
  if (room === undefined) return [{ file, reason: "stands in no room: add its folder to the table" }];
  const found: string[] = [];
  for (const { specifier, typeOnly } of importsOf(text)) {
    const target = resolve(file, specifier);
    if (target === null) {
      if (pure.includes(room) && impure.test(specifier)) found.push(`imports ${specifier}, but ${room} is pure`);
      continue;
    }
    const allowed = rooms[room] ?? [];
    const isInside = roomOf(target) === room || allowed.some((other) => target.startsWith(`${other}/`));
    if (!isInside) found.push(`imports ${target}, which ${room} may not know`);
    const isComponent = room.startsWith("components") && !sections.includes(file);
    if (isComponent && !typeOnly && !isOpenToComponents(target)) found.push(`runs ${target} by itself`);
    if (front.test(file) && !isActions(file)) {
      if (!typeOnly && inside.test(target)) found.push(`stands in front of its room, but reaches into ${target}`);
      if (target.startsWith("lib/db/") && target !== keepable)
        found.push(`stands in front of its room, but knows ${target}: it belongs in read/ or write/`);
    }
  }
  if (/^lib\/\w+\/read\//.test(file) && writes.test(text)) found.push("stands in read/, but writes");
  if (pure.includes(room) && clockOrChance.test(text)) found.push("reads a clock, chance or the process");
  // The key of the build, which would hide their values, follows from the sources: see lib/cli/build.mjs.
  if (/^[ \t]+["']use server["']/m.test(text)) found.push("holds an action inside of a function");
  return found.map((reason) => ({ file, reason }));
}

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
    // A copy of what our own code holds, without what is undefined; and what our server sends to the page that it made.
    const isOurs = (file: string) =>
      ["lib/attempts/schema.ts", "components/discussion/live-updates.tsx"].includes(file);
    expect(files.filter((file) => !isOurs(file) && isCast(readSource(file)))).toEqual([]);
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
