import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerHistory, blankMarks, type Entry, entryFields, foldEntries } from "./entries.ts";

const value = {
  answer: '{"kind":"text","value":"x"}',
  flag: "true",
  "rule-out": '["a"]',
  confidence: '"sure"',
  note: '"n"',
  time: "1000",
};
const entry: fc.Arbitrary<Entry> = fc
  .record({
    field: fc.constantFrom(...entryFields),
    version: fc.integer({ min: 1, max: 4 }),
    clientId: fc.constantFrom("one", "two"),
  })
  .map((each) => ({
    ...each,
    position: 1,
    value: value[each.field],
    madeAt: new Date(0),
    elapsedMs: each.version * 1000,
  }));

/** As the server keeps them: one row for each field, version and client. */
const log = fc.uniqueArray(entry, {
  selector: (each) => `${each.field}/${each.version}/${each.clientId}`,
  maxLength: 20,
});

describe("foldEntries", () => {
  it("gives the same item for every order of arrival", () => {
    fc.assert(
      fc.property(log, fc.integer(), (entries, seed) => {
        const other = [...entries].sort((a, b) => ((a.version * 7 + seed) % 5) - ((b.version * 7 + seed) % 5));
        expect(foldEntries(other)).toEqual(foldEntries(entries));
      }),
    );
  });

  it("gives the same item when entries arrive more than once", () => {
    fc.assert(
      fc.property(log, (entries) => void expect(foldEntries([...entries, ...entries])).toEqual(foldEntries(entries))),
    );
  });

  it("is blank without entries", () => expect(foldEntries([])).toEqual(blankMarks));

  it("does not let a flag on one device undo an answer on another", () => {
    const made = { position: 1, madeAt: new Date(0), elapsedMs: 0 };
    const answer: Entry = { ...made, field: "answer", version: 3, clientId: "one", value: value.answer };
    const flag: Entry = { ...made, field: "flag", version: 9, clientId: "two", value: "true" };
    expect(foldEntries([answer, flag])).toMatchObject({ answer: { kind: "text", value: "x" }, flagged: true });
  });
});

it("answerHistory lists answers oldest first and nothing else", () => {
  fc.assert(
    fc.property(log, (entries) => {
      const versions = answerHistory(entries).map((each) => each.version);
      expect(versions).toEqual([...versions].sort((a, b) => a - b));
      expect(versions).toHaveLength(entries.filter((each) => each.field === "answer").length);
    }),
  );
});
