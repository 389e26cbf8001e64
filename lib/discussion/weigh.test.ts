import { describe, expect, it } from "vitest";
import { type FirstAnswers, weigh } from "./weigh.ts";

const noon = new Date("2026-11-29T12:00:00Z");
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const group = (people: number, optionId: string, more: Partial<FirstAnswers> = {}): FirstAnswers => ({
  revisionId: "r",
  optionIds: [optionId],
  people,
  byMember: false,
  visitor: null,
  oldestAt: noon,
  newestAt: later(60),
  ...more,
});
const sums = (answers: readonly FirstAnswers[], most = 100) => {
  const { counts, leftOut } = weigh(answers, most);
  return [...counts.map(({ optionIds, people }) => `${optionIds}${people}`), leftOut];
};

describe("weigh", () => {
  it("counts each account", () => {
    expect(sums([group(30, "a", { byMember: true })])).toEqual(["a30", 0]);
  });

  it("counts the guests at one address as one, shared among what they answered", () => {
    expect(
      sums([group(3, "a", { visitor: "x" }), group(1, "b", { visitor: "x" }), group(1, "b", { visitor: "y" })]),
    ).toEqual(["a0.75", "b0.25", "b1", 0]);
  });

  it("counts all guests whose address is not known as one", () => {
    expect(sums([group(60, "a"), group(20, "b")])).toEqual(["a0.75", "b0.25", 0]);
  });

  it("leaves guests out when as many as are read came within ten minutes, and keeps accounts", () => {
    const quick = [
      group(60, "b", { visitor: "x", newestAt: later(1) }),
      group(40, "b", { visitor: "y", oldestAt: later(8), newestAt: later(9.9) }),
    ];
    const members = group(12, "a", { byMember: true, newestAt: noon });
    expect(sums([...quick, members])).toEqual(["a12", 100]);
    expect(sums([...quick, members], 101)).toEqual(["a12", "b1", "b1", 0]);
    expect(sums([...quick, group(1, "c", { visitor: "z", oldestAt: noon, newestAt: later(10) })])).toHaveLength(4);
  });
});
