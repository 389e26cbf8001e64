import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/**
 * The map of the house: what each room may import of the others. A room is a folder; its own files are always allowed.
 * A new folder without a line here fails the test.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  "lib/exam": [],
  "lib/dates": [],
  "lib/markdown": [],
  "lib/content": ["lib/exam", "lib/markdown"],
  "lib/formats": ["lib/exam", "lib/markdown", "lib/content"],
  "lib/env": [],
  "lib/log": [],
  "lib/metrics": ["lib/db"],
  "lib/db": ["lib/exam", "lib/env", "lib/log", "lib/metrics", "prisma"],
  "lib/limits": ["lib/db", "lib/env"],
  "lib/auth": ["lib/exam", "lib/db", "lib/env", "lib/limits", "prisma"],
  "lib/bank": ["lib/exam", "lib/db"],
  "lib/attempts": [
    "lib/exam",
    "lib/db",
    "lib/env",
    "lib/log",
    "lib/metrics",
    "lib/auth",
    "lib/bank",
    "lib/review",
    "lib/limits",
  ],
  "lib/review": ["lib/exam", "lib/db", "lib/auth", "lib/bank"],
  "lib/notifications": ["lib/exam", "lib/db", "lib/env", "lib/log", "lib/auth"],
  "lib/discussion": [
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
  "lib/moderation": ["lib/exam", "lib/db", "lib/auth", "lib/attempts", "lib/discussion", "lib/notifications"],
  "lib/progress": ["lib/exam", "lib/db", "lib/auth", "lib/bank", "lib/attempts", "lib/review"],
  "lib/authoring": ["lib/exam", "lib/db", "lib/auth", "lib/bank", "lib/attempts", "lib/review", "lib/moderation"],
  "lib/account": [
    "lib/exam",
    "lib/db",
    "lib/log",
    "lib/auth",
    "lib/attempts",
    "lib/limits",
    "lib/discussion",
    "lib/notifications",
    "lib/review",
  ],
  "lib/server": ["lib/auth", "lib/db", "lib/env", "lib/log", "lib/discussion"],
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

/** Of the features a component may know what crosses the wire, the actions, and types; never a command. */
const closedToComponents = /^lib\/\w+\/(commands|sync|finish|save-answers|check-answer|auth)\.ts$/;

/** Sections that stand on several pages and ask for their own data; every other component is given what it shows. */
const sections = ["components/discussion/discussion.tsx"];
const readsByItself =
  /^lib\/(db|env|bank)\/|^lib\/auth\/(?!actions|schema)|^lib\/\w+\/(queries|get-result|view-items)\.ts$/;

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
    if (room.startsWith("components") && !typeOnly && closedToComponents.test(target))
      found.push(`imports the command ${target}`);
  }
  if (room.startsWith("components") && !sections.includes(file))
    for (const { specifier, typeOnly } of importsOf(text)) {
      const target = resolve(file, specifier);
      if (target !== null && !typeOnly && readsByItself.test(target)) found.push(`reads ${target} by itself`);
    }
  if (pure.includes(room) && clockOrChance.test(text)) found.push("reads a clock, chance or the process");
  // The key of the build, which would hide their values, follows from the sources: see lib/cli/build.mjs.
  if (/^[ \t]+["']use server["']/m.test(text)) found.push("holds an action inside of a function");
  return found.map((reason) => ({ file, reason }));
}

const files = ["app", "components", "lib", "prisma"].flatMap(listSources);

describe("the architecture", () => {
  it("has every file in a room, importing only what its room may know", () => {
    expect(files.flatMap((file) => check(file, readFileSync(file, "utf8")))).toEqual([]);
  });

  it("sees the whole source tree", () => expect(files.length).toBeGreaterThan(120));

  it.each([
    ["lib/exam/planted.ts", 'import { database } from "#lib/db/current";'],
    ["lib/exam/planted.ts", 'import { database } from "../db/current.ts";'],
    ["lib/exam/planted.ts", 'import { readFile } from "node:fs/promises";'],
    ["lib/exam/planted.ts", "export const now = () => Date.now();"],
    ["lib/bank/planted.ts", 'import { saveAnswers } from "#lib/attempts/save-answers";'],
    ["lib/content/planted.ts", 'import { formats } from "#lib/formats/registry";'],
    ["lib/content/planted.ts", 'const late = import("../bank/sync.ts");'],
    ["components/question/planted.tsx", 'import { finishAttempt } from "#lib/attempts/finish";'],
    ["components/question/planted.tsx", 'import { database } from "#lib/db/current";'],
    ["components/question/planted.tsx", 'import { getItem } from "#lib/attempts/queries";'],
    ["components/question/planted.tsx", 'import { getResult } from "#lib/attempts/get-result";'],
    ["app/planted.tsx", 'async function act() {\n  "use server";\n}'],
    ["lib/new-room/planted.ts", "export {};"],
  ])("catches a violation planted in %s: %s", (file, text) => expect(check(file, text)).not.toEqual([]));
});
