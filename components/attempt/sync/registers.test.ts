import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blankMarks } from "#lib/exam/entries";
import { type KnownRegister, marksOf, mergeRegisters, takenBack } from "./registers.ts";

const register: fc.Arbitrary<KnownRegister> = fc
  .record({
    position: fc.integer({ min: 1, max: 2 }),
    field: fc.constantFrom("flag", "note"),
    version: fc.integer({ min: 1, max: 3 }),
    clientId: fc.constantFrom("a", "b"),
  })
  .map((stamp) => ({ ...stamp, value: JSON.stringify(stamp) }));

describe("what a device knows", () => {
  it("is the same in whatever order and however often it arrives", () => {
    fc.assert(
      fc.property(fc.array(register), (arrived) => {
        const forth = mergeRegisters(new Map(), arrived);
        const back = mergeRegisters(mergeRegisters(new Map(), [...arrived].reverse()), arrived);
        expect(Object.fromEntries(back)).toEqual(Object.fromEntries(forth));
      }),
    );
  });

  it("stays the same object when nothing new arrives, so that nothing is drawn again", () => {
    const first = mergeRegisters(new Map(), [{ position: 1, field: "flag", version: 2, clientId: "a", value: true }]);
    expect(mergeRegisters(first, [{ position: 1, field: "flag", version: 1, clientId: "b", value: false }])).toBe(
      first,
    );
  });

  it("does not let an older value of this device overrule a page rendered later", () => {
    const registers = mergeRegisters(new Map(), [
      { position: 1, field: "flag", version: 1, clientId: "a", value: true },
    ]);
    const rendered = { ...blankMarks, stamps: { flag: { version: 2, clientId: "b" } } };
    expect(marksOf(1, registers, rendered).flagged).toBe(false);
    expect(marksOf(1, registers, blankMarks).flagged).toBe(true);
  });
});

describe("takenBack", () => {
  const made = (version: number, clientId = "a"): KnownRegister => ({
    position: 1,
    field: "answer",
    version,
    clientId,
    value: version,
  });
  const known = mergeRegisters(new Map(), [made(2)]);

  it("is what the server no longer holds, or holds as it was before", () => {
    expect(takenBack(known, [])).toEqual([made(2)]);
    expect(takenBack(known, [made(1)])).toEqual([made(2)]);
  });

  it("is nothing when the server holds the same or something newer", () => {
    expect(takenBack(known, [made(2)])).toEqual([]);
    expect(takenBack(known, [made(1), made(3)])).toEqual([]);
    expect(takenBack(known, [made(2, "b")])).toEqual([]);
  });
});
