import { describe, expect, it } from "vitest";
import { textsIn } from "../../tests/support/word-keys.ts";
import { allWords } from "./catalogue.ts";
import { chooseLanguage, languages } from "./languages.ts";
import type { Message } from "./message.ts";
import { createWords } from "./words.ts";

/** The parts of a message, also those within parts. */
function partsOf(message: Message): Exclude<Message[number], string>[] {
  if (typeof message === "string") return [];
  return message.flatMap((part) => {
    if (typeof part === "string") return [];
    const [, { inside = "", of = {} } = {}] = part;
    return [part, ...partsOf(inside), ...Object.values(of).flatMap(partsOf)];
  });
}

describe.each(languages)("the catalogue in %s", (language) => {
  const [own, english] = [textsIn(language), textsIn("en")];

  it("has the texts of the English one and no other", () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("asks for no argument that the English text is not given", () => {
    const asked = [...english].flatMap(([key, text]) => {
      const message = own.get(key) ?? "";
      const given = new Set(partsOf(text).map(([name]) => name));
      return partsOf(message).flatMap(([name]) => (given.has(name) ? [] : [`${key} {${name}}`]));
    });
    expect(asked).toEqual([]);
  });

  it("has every plural form of its language", () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = [...own].flatMap(([key, message]) =>
      partsOf(message).flatMap(([, { of } = {}]) => (of !== undefined && "one" in of ? [{ key, of }] : [])),
    );
    expect(plurals.length).toBeGreaterThan(30);
    expect(plurals.filter(({ of }) => forms.some((form) => !(form in of))).map(({ key }) => key)).toEqual([]);
  });
});

/** What docs/words.md says not to write, and the phrases that learners could not make out. */
const unwanted = {
  en: [
    /\b(?:drills?|sittings?|simulation|cut score|hand(?:ed)? in|under way|begun|reckon\w*|e\.g\.|i\.e\.|etc)\b/i,
    /\b(?:nothing ticked|find the partner|not correct|one does not|one's own|whoever|somebody else)\b/i,
    /\d %|, percent\} %|!(?!\[)|--|'s\b/,
  ],
  de: [
    /\b(?:Drills?|Session|Klausur|Ausführung|Thread|Posting|Threshold|du|dich|dein\w*|z\. ?B\.|usw\.)\b/,
    /"|\d %|!(?!\[)|--/,
    // A number and its unit stay on one line.
    /# (?:s|min|h)\b/,
  ],
} as const;

describe.each(["en", "de"] as const)("the voice in %s", (language) => {
  const written = (message: Message): string => {
    if (typeof message === "string") return message;
    const texts = message.map((part) => {
      if (typeof part === "string") return part;
      const [, { inside = "", of = {} } = {}] = part;
      return `#${written(inside)}${Object.values(of).map(written).join(" | ")}`;
    });
    return texts.join("");
  };

  it("has no word that docs/words.md rules out", () => {
    const found = [...textsIn(language)].flatMap(([key, message]) =>
      unwanted[language].flatMap((words) => words.exec(written(message))?.map((word) => `${key}: ${word}`) ?? []),
    );
    expect(found).toEqual([]);
  });
});

describe("the words for a reader", () => {
  const words = (locale: string) =>
    createWords(allWords({ language: locale.startsWith("de") ? "de" : "en", locale, timeZone: "UTC" }));

  it.each([
    ["en", 1, "1 question"],
    ["en", 1200, "1,200 questions"],
    ["de", 1, "1 Frage"],
    ["de-AT", 12_000, "12\u00a0000 Fragen"],
    ["de", 12_000, "12.000 Fragen"],
  ])("count in %s", (locale, count, text) => expect(words(locale)("search.count", { count })).toBe(text));

  it("write a share as the language does", () => {
    expect(words("en")("unit.percent", { share: 0.725 })).toBe("72.5%");
    expect(words("de")("unit.percent", { share: 0.725 })).toBe("72,5\u00a0%");
  });
});

describe("the language of a reader", () => {
  const wish = { setting: null, accepted: "", fallback: "en" } as const;

  it.each([
    ["is what was set", { ...wish, setting: "de", accepted: "en-GB" } as const, { language: "de", locale: "de" }],
    [
      "has the region of the browser",
      { ...wish, accepted: "de-CH,de;q=0.9,en;q=0.8" },
      { language: "de", locale: "de-CH" },
    ],
    [
      "is the most wanted of ours",
      { ...wish, accepted: "fr;q=0.9,en;q=0.3,de;q=0.5" },
      { language: "de", locale: "de" },
    ],
    [
      "is the installation's where none of ours is wanted",
      { ...wish, accepted: "fr", fallback: "de" } as const,
      { language: "de", locale: "de" },
    ],
    ["survives nonsense", { ...wish, accepted: "x;q=;;,*,-,de-" }, { language: "en", locale: "en" }],
    [
      "is the pseudo-locale only where the installation itself is in it",
      { ...wish, accepted: "de", fallback: "en-XA" } as const,
      { language: "en-XA", locale: "en" },
    ],
  ])("%s", (_, wishes, chosen) => expect(chooseLanguage(wishes)).toEqual(chosen));
});
