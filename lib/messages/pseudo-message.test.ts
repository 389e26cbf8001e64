import { expect, it } from "vitest";
import { allWords } from "./catalogue.ts";
import { createWords } from "./words.ts";

const english = createWords(allWords({ language: "en", locale: "en", timeZone: "UTC" }));
const pseudo = createWords(allWords({ language: "en-XA", locale: "en", timeZone: "UTC" }));

it("writes English with accents and twice the vowels, and leaves arguments alone", () => {
  expect(pseudo("start.startStudy")).toBe("Šťááŕť šťúúdýý");
  expect(pseudo("home.tryOne", { exam: "Sample exam" })).toBe("Ťŕýý óóñéé ñóóŵ: Sample exam");
  expect(pseudo("search.count", { count: 2 })).toBe("2 qúúééšťííóóñš");
});

it("makes a text about 40 % longer", () => {
  const texts = ["start.studyText", "missing.text", "plan.lead", "help.description"] as const;
  for (const text of texts) expect(pseudo(text).length / english(text).length).toBeGreaterThan(1.25);
});
