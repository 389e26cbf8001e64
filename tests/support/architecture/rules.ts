import { importsOf, resolve } from "./imports.ts";
import { roomOf, rooms } from "./rooms.ts";

/** Rooms whose files must not touch the outside world: no clock, chance, I/O, framework or database. */
const pure = ["lib/exam", "lib/dates"];
const impure = /^(node:|next|react|@prisma|zod$|better-auth)/;
const clockOrChance = /\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\./;

/**
 * A feature has its queries in `read/`, its changes in `write/` and what it pushes to open pages in `live/`. Its other
 * files, the front of the room, use neither the database nor those folders: they are shapes, rules and words, which may
 * run in a browser. Only `actions.ts`, which forms call on the server, is in front and uses them.
 */
export const features = [
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
export const inside = new RegExp(`^lib/(${features.join("|")})/(read|write|live)/`);
const front = new RegExp(`^lib/(${features.join("|")})/[\\w-]+\\.ts$`);
export const isActions = (file: string) => /\/([a-z]+-)?actions\.ts$/.test(file);
/** Needs no database: which texts both databases can store. */
export const keepable = "lib/db/keepable.ts";
/** What only a file that writes may contain. */
const writes = /\bTx\b|\.write\(|\.insertMissing\(|\$executeRaw/;

/**
 * What components may run; of everything else they may import only types. In `lib/auth`, the front also contains code
 * that signs and hashes.
 */
const openToComponents =
  /^(components|lib\/exam|lib\/dates)\/|^lib\/auth\/(actions|mail-actions|passkey-actions|schema)\.ts$/;
/** The words for browsers; within that room, `catalogue.ts` contains every language and the parser. */
const wordsForBrowsers = /^lib\/messages\/(languages|message|words)\.ts$/;
const isOpenToComponents = (target: string) =>
  wordsForBrowsers.test(target) ||
  openToComponents.test(target) ||
  (front.test(target) && !target.startsWith("lib/auth/"));

/** Sections that are on several pages and fetch their own data; every other component is given what it shows. */
export const sections = ["components/discussion/discussion.tsx"];

export interface Violation {
  readonly file: string;
  readonly reason: string;
}

/** What the text of a file does although its room forbids it. */
export function check(file: string, text: string): Violation[] {
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
  // The build's key, which would hide their values, is derived from the sources: see lib/cli/build.mjs.
  if (/^[ \t]+["']use server["']/m.test(text)) found.push("holds an action inside of a function");
  return found.map((reason) => ({ file, reason }));
}
