import { describe, expect, it } from "vitest";
import { renderRichText } from "#lib/exam/letters";
import { question } from "../../../tests/support/parse-text.ts";

const options = ["One", "Two", "Three", "Four"].map((text, at) => `- [${at === 0 ? "x" : " "}] ${text}\n`).join("");

function printed(explanation: string): string {
  const { public: open, secret } = question(
    `---\ndomain: d\n---\nWhich?\n\n${options}\n## Explanation\n\n${explanation}\n`,
  ).question;
  const ids = "options" in open ? open.options.map(({ id }) => id) : [];
  return renderRichText(secret.explanation, ids)
    .replace(/<[^>]*>/g, "")
    .trim();
}

describe("letters that are printed as a list, in an exam that says no language", () => {
  it.each([
    ["The options B to D are wrong.", "The options B, C and D are wrong."],
    ["Answers: A, C", "Answers: A and C"],
    ["Die Antworten B bis D sind falsch.", "Die Antworten B, C, D sind falsch."],
    ["Les réponses A-C sont fausses.", "Les réponses A, B, C sont fausses."],
    ["Las opciones {A, D} no cifran el tráfico.", "Las opciones A, D no cifran el tráfico."],
  ])("have the English word in English sentences alone: %s", (text, shown) => expect(printed(text)).toBe(shown));
});
