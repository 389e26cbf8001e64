import { describe, expect, it } from "vitest";
import { isKeyChanged, type Wording } from "./is-key-changed.ts";
import type { AnswerKey } from "./question.ts";

const stem = { stemHtml: "", stemText: "", scenario: null };
const toOptions = (ids: string) => [...ids].map((id) => ({ id, html: id, text: id }));
const sorted = (ids: string) => [...ids].sort().join("");

/** A choice of options, each a letter; capitals are right. */
function choice(written: string): Wording {
  const options = toOptions(written.toLowerCase());
  const optionIds = [...written].filter((id) => id !== id.toLowerCase()).map((id) => id.toLowerCase());
  const common = { ...stem, options, shuffle: true, pinned: [] };
  const [optionId = ""] = optionIds;
  return optionIds.length === 1
    ? { public: { ...common, kind: "single" }, key: { kind: "single", optionId } }
    : { public: { ...common, kind: "multiple", select: optionIds.length }, key: { kind: "multiple", optionIds } };
}

function ordering(steps: string): Wording {
  return {
    public: { ...stem, kind: "ordering", options: toOptions(sorted(steps)) },
    key: { kind: "ordering", optionIds: [...steps] },
  };
}

/** Prompts and their partners: "ax by". */
function matching(written: string): Wording {
  const pairs = written.split(" ").map((pair) => [pair[0] ?? "", pair[1] ?? ""] as const);
  const [prompts, options] = [0, 1].map((side) => pairs.map((pair) => pair[side]).join(""));
  return {
    public: {
      ...stem,
      kind: "matching",
      prompts: toOptions(prompts ?? ""),
      options: toOptions(sorted(options ?? "")),
      columns: ["", ""],
    },
    key: { kind: "matching", pairs: Object.fromEntries(pairs) },
  };
}

const written = (key: AnswerKey): Wording => ({ public: { ...stem, kind: "text" }, key });
const number = (value: number, tolerance = 0) => written({ kind: "numeric", value, tolerance });
const text = (...accepted: string[]) => written({ kind: "text", accepted });

describe("isKeyChanged", () => {
  it.each([
    ["the same wording", choice("Abcd"), choice("Abcd")],
    ["another order of the options", choice("ABcd"), choice("cBdA")],
    ["a typo mended in the right option", choice("Abcd"), choice("Xbcd")],
    ["a typo mended in a wrong option", choice("Abcd"), choice("Axcd")],
    ["a typo mended in one of several right ones", choice("ABcd"), choice("AXcd")],
    ["typos mended in all options", choice("Abcd"), choice("Wxyz")],
    ["a wrong option more", choice("Abc"), choice("Abcd")],
    ["a wrong option less and a typo mended in the right one", choice("Abcd"), choice("Xbc")],
    ["a typo mended in a step", ordering("abcd"), ordering("abxd")],
    ["typos mended in two steps", ordering("abcd"), ordering("yxcd")],
    ["a typo mended in a prompt", matching("ax by cz"), matching("ax qy cz")],
    ["a typo mended in a partner", matching("ax by cz"), matching("ax bq cz")],
    ["a typo mended in both of a pair", matching("ax by cz"), matching("ax pq cz")],
    ["another order of the pairs", matching("ax by cz"), matching("cz ax by")],
    ["another order of what is accepted", text("one", "1"), text("1", "one")],
    ["the same number", number(5, 0.1), number(5, 0.1)],
  ])("is no for %s", (_, was, is) => expect(isKeyChanged(was, is)).toBe(false));

  it.each([
    ["another right option", choice("Abcd"), choice("aBcd")],
    ["another right option, the former one mended", choice("Abcd"), choice("xBcd")],
    ["another right option, which was mended", choice("Abcd"), choice("aXcd")],
    ["another right option among those that were mended", choice("Abcd"), choice("xYcd")],
    ["a right option more", choice("Abcd"), choice("ABcd")],
    ["a right option that is new", choice("ABcd"), choice("ABcdE")],
    ["a right option less", choice("ABcd"), choice("Acd")],
    ["one of two right ones exchanged", choice("ABcd"), choice("AbCd")],
    ["two steps exchanged", ordering("abcd"), ordering("bacd")],
    ["two steps exchanged, one of them mended", ordering("abcd"), ordering("xacd")],
    ["a step more", ordering("abc"), ordering("abcd")],
    ["two partners exchanged", matching("ax by cz"), matching("ay bx cz")],
    ["two partners exchanged, one of them mended", matching("ax by cz"), matching("ay bq cz")],
    ["two partners exchanged, one of their prompts mended", matching("ax by cz"), matching("py bx cz")],
    ["a pair more", matching("ax by"), matching("ax by cz")],
    ["another number", number(5), number(6)],
    ["another tolerance", number(5), number(5, 0.1)],
    ["another accepted text", text("one"), text("one", "1")],
    ["another kind", number(5), text("5")],
  ])("is yes for %s", (_, was, is) => expect(isKeyChanged(was, is)).toBe(true));
});
