import { describe, expect, it } from "vitest";
import { isKeyChanged, type Wording } from "./is-key-changed.ts";
import { isMended } from "./is-mended.ts";
import type { AnswerKey } from "./question.ts";

const stem = { stemHtml: "", stemText: "", scenario: null };
const toOptions = (texts: readonly string[]) => texts.map((text) => ({ id: `id of ${text}`, html: text, text }));
const idsOf = (texts: readonly string[]) => toOptions(texts).map(({ id }) => id);
const words = (written: string) => written.split(", ");

/** A choice of options; those in capitals are right. */
function choice(written: string): Wording {
  const isRight = (word: string) => word !== word.toLowerCase();
  const optionIds = idsOf(
    words(written)
      .filter(isRight)
      .map((word) => word.toLowerCase()),
  );
  const common = { ...stem, options: toOptions(words(written.toLowerCase())), shuffle: true, pinned: [] };
  const [optionId = ""] = optionIds;
  return optionIds.length === 1
    ? { public: { ...common, kind: "single" }, key: { kind: "single", optionId } }
    : { public: { ...common, kind: "multiple", select: optionIds.length }, key: { kind: "multiple", optionIds } };
}

function ordering(written: string): Wording {
  const options = toOptions([...words(written)].sort());
  return {
    public: { ...stem, kind: "ordering", options },
    key: { kind: "ordering", optionIds: idsOf(words(written)) },
  };
}

/** Prompts and their partners. */
function matching(written: string): Wording {
  const pairs = words(written).map((pair) => pair.split(" = ") as [string, string]);
  const [prompts, options] = [pairs.map(([prompt]) => prompt), pairs.map(([, option]) => option).sort()];
  const key = Object.fromEntries(pairs.map(([prompt, option]) => [`id of ${prompt}`, `id of ${option}`]));
  return {
    public: {
      ...stem,
      kind: "matching",
      prompts: toOptions(prompts),
      options: toOptions(options),
      columns: ["", ""],
    },
    key: { kind: "matching", pairs: key },
  };
}

const written = (key: AnswerKey): Wording => ({ public: { ...stem, kind: "text" }, key });
const number = (value: number, tolerance = 0) => written({ kind: "numeric", value, tolerance });
const text = (...accepted: string[]) => written({ kind: "text", accepted });

describe("isKeyChanged", () => {
  it.each([
    ["the same wording", choice("OXYGEN, helium, argon"), choice("OXYGEN, helium, argon")],
    ["another order of the options", choice("OXYGEN, helium, argon"), choice("argon, OXYGEN, helium")],
    ["a slip mended in the right option", choice("OXIGEN, helium, argon"), choice("OXYGEN, helium, argon")],
    ["slips mended in two right ones", choice("OXIGEN, HELIUMM, argon"), choice("OXYGEN, HELIUM, argon")],
    ["a wrong option rewritten", choice("OXYGEN, helium, argon"), choice("OXYGEN, neon, argon")],
    ["a wrong option more", choice("OXYGEN, helium"), choice("OXYGEN, helium, argon")],
    ["a slip mended in a step", ordering("wake up, get upp early, leave"), ordering("wake up, get up early, leave")],
    ["a slip mended in a prompt", matching("Itlay = rome, Spain = madrid"), matching("Italy = rome, Spain = madrid")],
    ["a slip mended in a partner", matching("Spain = mardid, Italy = rome"), matching("Spain = madrid, Italy = rome")],
    ["another order of the pairs", matching("Spain = madrid, Italy = rome"), matching("Italy = rome, Spain = madrid")],
    ["another order of what is accepted", text("one", "1"), text("1", "one")],
    ["the same number", number(5, 0.1), number(5, 0.1)],
  ])("is no for %s", (_, was, is) => expect(isKeyChanged(was, is)).toBe(false));

  it.each([
    ["another right option", choice("OXYGEN, helium, argon"), choice("oxygen, HELIUM, argon")],
    ["another right option, the former one mended", choice("OXIGEN, helium"), choice("oxygen, HELIUM")],
    ["the right option rewritten into another answer", choice("LYONS, berlin"), choice("PARIS, berlin")],
    ["a right option more", choice("OXYGEN, helium"), choice("OXYGEN, HELIUM")],
    ["a right option less", choice("OXYGEN, HELIUM, argon"), choice("OXYGEN, helium, argon")],
    ["two steps exchanged", ordering("wake up, get up early, leave"), ordering("get up early, wake up, leave")],
    ["a step more", ordering("wake up, leave"), ordering("wake up, dress, leave")],
    ["two partners exchanged", matching("Spain = rome, Italy = madrid"), matching("Spain = madrid, Italy = rome")],
    [
      "two partners exchanged, a prompt mended",
      matching("Spain = rome, Itlay = madrid"),
      matching("Spain = madrid, Italy = rome"),
    ],
    ["a pair more", matching("Spain = madrid"), matching("Spain = madrid, Italy = rome")],
    ["another number", number(5), number(6)],
    ["another tolerance", number(5), number(5, 0.1)],
    ["another accepted text", text("one"), text("one", "1")],
    ["another kind", number(5), text("5")],
  ])("is yes for %s", (_, was, is) => expect(isKeyChanged(was, is)).toBe(true));
});

describe("isMended", () => {
  it.each([
    ["Recieve the message", "Receive the message"],
    ["Layer normalisation", "Layer normalization"],
    ["It stabilises trainig", "It stabilises training"],
    ["the the-cat", "The the cat."],
  ])("takes %j for %j", (was, is) => expect(isMended(was, is)).toBe(true));

  it.each([
    ["It takes 40 seconds", "It takes 50 seconds"],
    ["They increase", "They decrease"],
    ["It is valid", "It is invalid"],
    ["It can fail", "It cannot fail"],
    ["42", "43"],
    ["tcp", "udp"],
    ["x < y", "x > y"],
    ["about 1.5 seconds", "about 15 seconds"],
    ["at -5 degrees", "at 5 degrees"],
    ["!isReady()", "isReady()"],
  ])("takes %j for another than %j", (was, is) => expect(isMended(was, is)).toBe(false));
});
