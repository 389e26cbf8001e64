import { describe, expect, it } from "vitest";
import { distribute, majorityMinimum } from "./distribution.ts";

const order = ["b", "a", "c"];
const votes = (people: number, ...optionIds: string[]) => ({ optionIds, people });

describe("distribute", () => {
  it("counts people by option in the reader's order", () => {
    const { people, bars } = distribute([votes(3, "a"), votes(1, "c")], order);
    expect(people).toBe(4);
    expect(bars).toEqual([
      { optionId: "b", people: 0, percent: 0 },
      { optionId: "a", people: 3, percent: 75 },
      { optionId: "c", people: 1, percent: 25 },
    ]);
  });

  it("counts a person at each option they chose, and shares of people", () => {
    const { people, bars } = distribute([votes(2, "a", "c"), votes(2, "b", "c")], order);
    expect(people).toBe(4);
    expect(bars.map((bar) => bar.percent)).toEqual([50, 50, 100]);
  });

  it("calls nothing a majority below the minimum, and the greater half one from there", () => {
    expect(distribute([votes(majorityMinimum - 1, "a")], order).majority).toBeNull();
    expect(distribute([votes(majorityMinimum, "a")], order).majority).toEqual(["a"]);
    expect(distribute([votes(5, "a"), votes(5, "b")], order).majority).toBeNull();
  });

  it("adds up equal answers that were counted apart", () => {
    expect(distribute([votes(4, "a"), votes(4, "a"), votes(5, "b")], order).majority).toEqual(["a"]);
  });

  it("leaves out answers to options that are no longer there", () => {
    expect(distribute([votes(20, "gone"), votes(1, "a")], order).people).toBe(1);
  });
});
