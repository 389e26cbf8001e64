import { z } from "zod";
import { longestComment } from "./longest-comment.ts";

const longestLine = 64 * 1024;
/** PostgreSQL can neither store a text with a NUL character nor compare with one. */
const keptText = z.string().regex(/^[^\0]*$/, "holds a NUL character, which cannot be kept");
const foreignId = keptText.min(1).max(200);
const moment = keptText.refine((said) => !Number.isNaN(Date.parse(said)), "is no date such as 2026-03-20");

const shape = z
  .strictObject({
    question: keptText.min(1).max(200),
    id: foreignId.nullish(),
    parent: foreignId.nullish(),
    author: keptText.trim().min(1).max(80),
    body: keptText.max(longestComment).nullish(),
    /** Texts of options. */
    answer: z.array(keptText.min(1).max(2_000)).max(50).nullish(),
    at: moment.nullish(),
    age: keptText.max(60).nullish(),
    captured: moment.nullish(),
  })
  .refine((line) => Boolean(line.at) !== Boolean(line.age), "has either at or age")
  .refine((line) => !line.age || line.captured, "age needs captured, the date on which it was read");

export interface ImportedLine {
  readonly question: string;
  readonly id: string | null;
  readonly parent: string | null;
  readonly author: string;
  readonly body: string;
  readonly answer: readonly string[];
  readonly createdAt: Date;
  /** How the age was found, for the reader. */
  readonly foundAge: string;
}

type Read = { readonly ok: true; readonly comment: ImportedLine } | { readonly ok: false; readonly problem: string };

/** In the east it is already tomorrow, and a date without a time is read as midnight in UTC. */
const aheadMs = 24 * 60 * 60 * 1000;

/**
 * One line of a file for `import-thread`, read at `now`, or what is wrong with it and what was expected. Nothing may be
 * in the future: what is posted in a thread is later than everything in it.
 */
export function readImportedLine(text: string, now: Date): Read {
  if (text.length > longestLine) return { ok: false, problem: `longer than ${longestLine} characters` };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: `no JSON: ${(error as Error).message}` };
  }
  const parsed = shape.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) =>
      [path.join("."), message].filter(Boolean).join(": "),
    );
    return { ok: false, problem: problems.join("; ") };
  }
  const { question, id, parent, author, body, answer, at, age, captured } = parsed.data;
  const createdAt = at ? new Date(at) : momentOf(age ?? "", new Date(captured ?? ""));
  if (createdAt === null)
    return { ok: false, problem: `age: “${age}” is not understood: write it as “7 days ago” or “1 month ago”` };
  const year = createdAt.getUTCFullYear();
  if (year < 1 || year > 9999)
    return {
      ok: false,
      problem: `${at ? "at" : "age"}: the year ${year} cannot be kept: only those from 1 to 9999 can`,
    };
  const said = at ?? captured ?? "";
  if (Date.parse(said) > now.getTime() + aheadMs)
    return {
      ok: false,
      problem: `${at ? "at" : "captured"}: ${said} has not come yet: write when ${at ? "it was written" : "the age was read"}`,
    };
  const foundAge = at ? at : `${age}, on ${captured}`;
  const comment = { question, id: id ?? null, parent: parent ?? null, author, body: body ?? "", answer: answer ?? [] };
  return { ok: true, comment: { ...comment, createdAt: createdAt < now ? createdAt : now, foundAge } };
}

const secondsIn: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
  week: 604_800,
  month: 2_629_800,
  year: 31_557_600,
};

/** When something was written that was `age` old at `captured`: "7 days ago", "a month ago", "1 year, 2 months ago". */
export function momentOf(age: string, captured: Date): Date | null {
  const words = age.toLowerCase().trim();
  if (/^(just )?now$|^today$/.test(words)) return captured;
  if (words === "yesterday") return new Date(captured.getTime() - 86_400_000);
  if (!/^((\d{1,5}|an?) (second|minute|hour|day|week|month|year)s?(,| and)? )+ago$/.test(words)) return null;
  let seconds = 0;
  for (const [, count, unit] of words.matchAll(/(\d+|an?) (second|minute|hour|day|week|month|year)s?/g))
    seconds += (/^a/.test(count ?? "") ? 1 : Number(count)) * (secondsIn[unit ?? ""] ?? 0);
  const then = new Date(captured.getTime() - seconds * 1000);
  return Number.isNaN(then.getTime()) ? null : then;
}
