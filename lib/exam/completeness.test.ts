import { expect, it } from "vitest";
import { isIncomplete } from "./completeness.ts";
import type { Answer } from "./question.ts";

const pairs = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, `o${i}`]));

it.each<[answer: Answer | null, parts: number | null, expected: boolean]>([
  [null, 2, false],
  [{ kind: "dont-know" }, 2, false],
  [{ kind: "single", optionId: "a" }, 1, false],
  [{ kind: "multiple", optionIds: [] }, 2, false],
  [{ kind: "multiple", optionIds: ["a"] }, 2, true],
  [{ kind: "multiple", optionIds: ["a", "b"] }, 2, false],
  [{ kind: "multiple", optionIds: ["a", "b", "c"] }, 2, true],
  [{ kind: "multiple", optionIds: ["a"] }, null, false],
  [{ kind: "ordering", optionIds: ["a", "b"] }, 3, true],
  [{ kind: "ordering", optionIds: ["", "", "c"] }, 3, true],
  [{ kind: "ordering", optionIds: ["a", "b", "c"] }, 3, false],
  [{ kind: "matching", pairs: pairs(2) }, 3, true],
  [{ kind: "matching", pairs: pairs(3) }, 3, false],
  [{ kind: "numeric", value: "about 30" }, 1, true],
  [{ kind: "numeric", value: "0,75" }, 1, false],
  [{ kind: "numeric", value: "about 30" }, null, false],
  [{ kind: "text", value: "anything" }, 1, false],
])("%j of %j parts", (answer, parts, expected) => {
  expect(isIncomplete(answer, parts)).toBe(expected);
});
