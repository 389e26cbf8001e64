import { z } from "zod";
import { withoutNul } from "#lib/db/keepable";
import { type EntryField, entryFields } from "#lib/exam/entries";
import { difficultyLevels, practiceReasons } from "#lib/exam/practice";
import type { Answer } from "#lib/exam/question";
import { planParts } from "#lib/exam/study-plan";
import { attemptModes, type StartChoices } from "./plan.ts";
import { lengthChoices, studyLengths } from "./study-length.ts";
import type { SaveBody, SavedEntry } from "./wire.ts";

const id = z.string().min(1).max(100).regex(withoutNul);

/** More options or prompts than any question has. */
const mostParts = 60;
const ids = z.array(id).max(mostParts);
const pairs = z.record(id, id).refine((pairs) => Object.keys(pairs).length <= mostParts, `at most ${mostParts} pairs`);

const answerShapes = {
  single: z.strictObject({ kind: z.literal("single"), optionId: id }),
  multiple: z.strictObject({ kind: z.literal("multiple"), optionIds: ids }),
  ordering: z.strictObject({
    kind: z.literal("ordering"),
    optionIds: z.array(z.union([id, z.literal("")])).max(mostParts),
  }),
  matching: z.strictObject({ kind: z.literal("matching"), pairs }),
  numeric: z.strictObject({ kind: z.literal("numeric"), value: z.string().max(100) }),
  text: z.strictObject({ kind: z.literal("text"), value: z.string().max(500) }),
  cloze: z.strictObject({ kind: z.literal("cloze"), pairs }),
  "dont-know": z.strictObject({ kind: z.literal("dont-know") }),
} satisfies { readonly [K in Answer["kind"]]: z.ZodType<Extract<Answer, { readonly kind: K }>> };

const { single, ...others } = answerShapes;

/** An answer as stored. Unknown fields are refused: many readers load what one learner has sent. */
export const answerShape = z.discriminatedUnion("kind", [single, ...Object.values(others)]);

/** In characters. */
export const longestNote = 4_000;
const longestMs = 2_000_000_000;
const milliseconds = z.number().int().min(0).max(longestMs);

const valueShapes = {
  answer: answerShape.nullable(),
  flag: z.boolean(),
  "rule-out": ids,
  confidence: z.enum(["guess", "unsure", "sure"]).nullable(),
  note: z.string().max(longestNote),
  /** Milliseconds spent on the item, without a change to it. */
  time: milliseconds,
} as const satisfies Readonly<Record<EntryField, z.ZodType>>;

/** More than any bank has, and small enough for a PostgreSQL column. */
const mostItems = 1_000_000;

/** The position of an item. Study may ask every question of a bank, so only the attempt knows which positions exist. */
export const positionShape = z.number().int().min(1).max(mostItems);

/** A moment that both databases can store: they have no year 0, and no device is older than this. */
const moment = z.iso
  .datetime()
  .refine((text) => Date.parse(text) >= Date.UTC(2000, 0, 1), "a moment since the year 2000");

const entryOf = <F extends EntryField>(field: F) =>
  z.strictObject({
    position: positionShape,
    field: z.literal(field),
    version: z.number().int().min(1).max(1_000_000_000),
    value: valueShapes[field],
    madeAt: moment,
    elapsedMs: milliseconds,
  });

/** One change as sent by a browser. `madeAt` is the server's time as the browser estimated it when the change was made. */
export const entryShape = z.discriminatedUnion("field", [
  entryOf("answer"),
  entryOf("flag"),
  entryOf("rule-out"),
  entryOf("confidence"),
  entryOf("note"),
  entryOf("time"),
]);

/** The body of `PUT /api/attempts/{id}/answers`. */
export const saveBody = z.strictObject({
  clientId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, "8 to 64 letters, digits, - or _"),
  entries: z.array(entryShape).min(1).max(1_000),
}) satisfies z.ZodType<SaveBody>;

const savedEntry = /^([A-Za-z0-9_-]{8,64})\/([1-9]\d{0,8})\/([a-z-]{1,20})\/([1-9]\d{0,8})$/;

/** A change that a device asks for, as `<clientId>/<position>/<field>/<version>`; null for none. */
export function readSavedEntry(text: string | null): SavedEntry | null | "not-understood" {
  if (text === null) return null;
  const [, clientId = "", position, name = "", version] = savedEntry.exec(text) ?? [];
  const field = entryFields.find((each) => each === name);
  return field === undefined
    ? "not-understood"
    : { clientId, position: Number(position), field, version: Number(version) };
}

/**
 * Where a body does not match `saveBody`, and what was expected: the first few places, since each of a thousand entries
 * may have one.
 */
export function problemsOf(body: unknown): string {
  const issues = saveBody.safeParse(body).error?.issues ?? [];
  const reported = issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join(".").slice(0, 100)}: ${message.slice(0, 200)}`);
  return [
    ...reported,
    ...(issues.length > reported.length ? [`and ${issues.length - reported.length} more`] : []),
  ].join("; ");
}

/** Ticks in a list whose length depends on the bank. A form can't hold more, because its bytes are limited. */
const ticked = z.array(id).max(5_000);
const factors = ["off", "1", "1.25", "1.5", "2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;

/** What a start form may contain. An empty field counts as absent. */
const startFields = z.object({
  exam: id,
  mode: z.enum(attemptModes),
  seed: z.string().max(100).regex(withoutNul).exactOptional(),
  question: z.string().max(200).regex(withoutNul).exactOptional(),
  domains: ticked.exactOptional(),
  tags: ticked.exactOptional(),
  reasons: z.array(z.enum(practiceReasons)).max(practiceReasons.length).exactOptional(),
  levels: z.array(z.enum(difficultyLevels)).max(difficultyLevels.length).exactOptional(),
  count: z.coerce.number().int().min(1).max(mostItems).exactOptional(),
  order: z.enum(["random", "in-order"]).exactOptional(),
  reveal: z.enum(["at-once", "at-end"]).exactOptional(),
  minutes: z.coerce.number().int().min(1).max(100_000).exactOptional(),
  timeFactor: z.enum(factors).exactOptional(),
  plan: z.enum(planParts).exactOptional(),
  missedOf: id.exactOptional(),
  /** Begins another study session although one is in progress. */
  again: z.literal("1").exactOptional(),
  /** How long a study session is: a number of questions or of minutes. */
  length: z.enum(studyLengths).exactOptional(),
});

const listFields = ["domains", "tags", "reasons", "levels"] as const;

const practiceFields = startFields.pick({
  domains: true,
  tags: true,
  reasons: true,
  levels: true,
  count: true,
  minutes: true,
  order: true,
  reveal: true,
});

/** The choices for a practice that an address contains, so that the form without script can say how many questions fit. */
export function readPracticeChoices(search: Readonly<Record<string, string | string[] | undefined>>): StartChoices {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
  const fields = given.map(([name, value]) => [
    name,
    listFields.some((list) => list === name) ? [value].flat() : value,
  ]);
  return practiceFields.safeParse(Object.fromEntries(fields)).data ?? {};
}

/** Partial, because a page supplies both although its address has neither. */
const replayFields = startFields.pick({ seed: true, timeFactor: true }).partial();

type MockSearch = { readonly seed?: unknown; readonly timeFactor?: unknown };

/** The choices for a mock exam that an address contains, before it begins; null if it is damaged. */
export function readMockChoices(search: MockSearch) {
  return replayFields.safeParse(search).data ?? null;
}

/** What a link to a specific exam names; null if it is damaged. */
export function readReplay(search: MockSearch) {
  const { seed, timeFactor } = readMockChoices(search) ?? {};
  return seed ? { seed, timeFactor: timeFactor ?? null } : null;
}

/** Reads a start form; null if it contains something that no form here sends. */
export function readStartForm(form: FormData) {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form) if (value !== "") fields[name] = value;
  for (const name of listFields) {
    const values = form.getAll(name).filter((value) => value !== "");
    if (values.length > 0) fields[name] = values;
  }
  const parsed = startFields.safeParse(fields);
  if (!parsed.success) return null;
  const { exam, mode, seed, question, timeFactor, again, length, ...rest } = parsed.data;
  const factor = timeFactor === undefined ? {} : { timeFactor: timeFactor === "off" ? null : Number(timeFactor) };
  const choices: StartChoices = { ...rest, ...lengthChoices(length ?? "all"), ...factor };
  return { exam, mode, seed, question, choices, isAgain: again !== undefined };
}
