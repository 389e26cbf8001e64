import { importsOf, resolve } from "./imports.ts";
import { roomOf, rooms } from "./rooms.ts";

/** Rooms whose files must not touch the outside world: no clock, chance, I/O, framework or database. */
const pure = ["lib/exam", "lib/dates"];
const impure = /^(node:|next|react|@prisma|zod$|better-auth)/;
const clockOrChance = /\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\./;

/**
 * A feature keeps what asks the database in `read/`, what changes it in `write/` and what is pushed to open pages in
 * `live/`. Its other files, the front of the room, reach neither the database nor those folders: they are shapes, rules
 * and words, which may run in a browser. Only `actions.ts`, which forms call on the server, stands in front and reaches in.
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
/** Needs no database: what a text must be so that both databases can keep it. */
export const keepable = "lib/db/keepable.ts";
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
export const sections = ["components/discussion/discussion.tsx"];

export interface Violation {
  readonly file: string;
  readonly reason: string;
}

/** What the text of a file does that its place in the house forbids. */
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
  // The key of the build, which would hide their values, follows from the sources: see lib/cli/build.mjs.
  if (/^[ \t]+["']use server["']/m.test(text)) found.push("holds an action inside of a function");
  return found.map((reason) => ({ file, reason }));
}
