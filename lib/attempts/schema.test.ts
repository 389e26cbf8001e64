import { expect, it } from "vitest";
import {
  answerShape,
  entryShape,
  positionShape,
  problemsOf,
  readReplay,
  readSavedEntry,
  readStartForm,
  saveBody,
} from "./schema.ts";

const entry = { position: 1, field: "flag", version: 1, value: true, madeAt: "2026-11-22T12:00:00Z", elapsedMs: 0 };

it("takes an answer to any question of a large bank, which study asks in one attempt", () => {
  expect(entryShape.safeParse({ ...entry, position: 14_000 }).success).toBe(true);
  expect(positionShape.safeParse(14_000).success, "and checks it").toBe(true);
});

it("takes a drill of a whole large bank, which its form offers", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ exam: "sample", mode: "drill", count: "14000" })) form.set(name, value);
  expect(readStartForm(form)?.choices.count).toBe(14_000);
});

it("refuses a position that no attempt has, and a value of another field", () => {
  for (const change of [{ position: 0 }, { position: 1.5 }, { position: 1e9 }, { value: "yes" }])
    expect(entryShape.safeParse({ ...entry, ...change }).success).toBe(false);
});

it("reads a link to a certain exam, and takes none that could start no exam or any", () => {
  expect(readReplay({ seed: "s", timeFactor: "off" })).toEqual({ seed: "s", timeFactor: "off" });
  expect(readReplay({ seed: "s", timeFactor: undefined })).toEqual({ seed: "s", timeFactor: null });
  expect(readReplay({ seed: "s" })).toEqual({ seed: "s", timeFactor: null });
  for (const damaged of [
    { seed: "" },
    { seed: ["a", "b"] },
    { seed: "s".repeat(101) },
    { seed: "s", timeFactor: "of" },
  ])
    expect(readReplay(damaged)).toBeNull();
});

it("takes a drill of as many tags as a bank may have, and not of any number", () => {
  const drill = (count: number) => {
    const form = new FormData();
    form.set("exam", "sample");
    form.set("mode", "drill");
    for (let i = 0; i < count; i++) form.append("tags", `tag ${i}`);
    return readStartForm(form);
  };
  expect(drill(2_000)?.choices.tags).toHaveLength(2_000);
  expect(drill(5_001)).toBeNull();
});

it("takes no start form with a NUL, which PostgreSQL can neither keep nor look for", () => {
  const start = (changed: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ exam: "sample", mode: "drill", ...changed })) form.set(name, value);
    return readStartForm(form);
  };
  expect(start({ seed: "s", question: "q", missedOf: "m", tags: "t" })).not.toBeNull();
  for (const name of ["exam", "seed", "question", "missedOf", "tags", "domains"])
    expect(start({ [name]: "a\0b" })).toBeNull();
});

const long = "x".repeat(101);
const many = Array.from({ length: 61 }, (_, i) => `option-${i}`);
const pairsOf = (ids: readonly string[]) => Object.fromEntries(ids.map((each) => [each, "a"]));

it.each([
  [{ kind: "single", optionId: "a" }, { optionId: long }],
  [{ kind: "multiple", optionIds: ["a"] }, { optionIds: many }],
  [{ kind: "ordering", optionIds: ["a", ""] }, { optionIds: [long] }],
  [{ kind: "matching", pairs: { a: "b" } }, { pairs: pairsOf(many) }],
  [{ kind: "numeric", value: "7" }, { value: long }],
  [{ kind: "text", value: "word" }, { value: "x".repeat(501) }],
  [{ kind: "dont-know" }, { kind: "do-not-know" }],
])("takes %j, and no more of it than an answer needs", (answer, tooMuch) => {
  expect(answerShape.parse(answer)).toEqual(answer);
  expect(answerShape.safeParse({ ...answer, more: "x" }).success, "an unknown key").toBe(false);
  expect(answerShape.safeParse({ ...answer, ...tooMuch }).success, "too much").toBe(false);
});

it.each([
  ["note", "x".repeat(4_001)],
  ["confidence", "banana"],
  ["flag", { more: "x" }],
  ["rule-out", many],
  ["time", -1],
])("refuses a %s that no device of ours sends", (field, value) => {
  expect(entryShape.safeParse({ ...entry, field, value }).success).toBe(false);
});

it("refuses unknown keys of a batch and of an entry, and says where they are", () => {
  const body = { clientId: "client-one", entries: [entry] };
  expect(saveBody.safeParse(body).success).toBe(true);
  expect(problemsOf({ ...body, more: "x" })).toContain("more");
  expect(problemsOf({ ...body, entries: [{ ...entry, more: "x" }] })).toContain("entries.0");
  expect(problemsOf({ ...body, entries: Array(1_000).fill({ ...entry, [long]: 1 }) }).length).toBeLessThan(2_000);
});

it("refuses a moment that a database cannot keep", () => {
  for (const madeAt of ["0000-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "not a time"])
    expect(entryShape.safeParse({ ...entry, madeAt }).success, madeAt).toBe(false);
});

it("reads which change a device asks for, and takes nothing else for one", () => {
  const entry = { clientId: "4f6d-device", position: 3, field: "answer", version: 12 };
  expect(readSavedEntry("4f6d-device/3/answer/12")).toEqual(entry);
  expect(readSavedEntry(null)).toBeNull();
  for (const text of [
    "",
    "4f6d-device/3/answer",
    "4f6d-device/0/answer/1",
    "4f6d-device/3/secret/1",
    "x/3/answer/1",
    "a".repeat(900),
  ])
    expect(readSavedEntry(text), text).toBe("not-understood");
});
