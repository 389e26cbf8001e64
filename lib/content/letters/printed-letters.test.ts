import { describe, expect, it } from "vitest";
import { question } from "../../../tests/support/parse-text.ts";
import { findLetters } from "./find-letters.ts";

/** Whether the options of a question with this explanation are shuffled. */
function isShuffled(explanation: string): boolean {
  const text = `---\ndomain: d\n---\nWhich?\n\n- [x] One\n- [ ] Two\n- [ ] Three\n\n## Explanation\n\n${explanation}\n`;
  const { public: open } = question(text).question;
  return "shuffle" in open && open.shuffle;
}

describe("letters that are printed as they are written", () => {
  it.each([
    "b is the only statement that keeps its definition; c also removes it.",
    "`B` — ignores case. `A` — inverts.",
    "**B** is right. `C` leaves only 14.",
    "`C` is correct.",
    "Everything after B is stricter than this.",
    "C is the same as the answer immediately before it.",
    "Answers A to C follow in chronological order.",
    "From top to bottom the distances double.",
    "Le opzioni dalla A alla C sono errate.",
    "Las opciones de la A a la C son falsas.",
    "A a C são falsas.",
    "Die darüber ist falsch.",
    "Celle d'avant est fausse.",
    "Celles ci-dessus sont fausses.",
    "La del principio es falsa.",
    "A do início é falsa.",
    "Quella al centro è falsa.",
    "AC",
    "BC are correct.",
    "Die **dar**über ist falsch.",
    "The l*ast* is wrong.",
    "_The l\\ast option_ is wrong: see r&eacute;ponse 2.",
  ])("keep the order of the file: %s", (explanation) => {
    expect(isShuffled(explanation)).toBe(false);
  });

  it.each([
    "c is the speed of light.",
    "The flag `A` is set by the kernel.",
    "Vitamin C is needed for it.",
    "A Marta le gustan los gatos, y el verbo concuerda con el sujeto.",
  ])("are no reason to keep it where they name no option: %s", (explanation) => {
    expect(isShuffled(explanation)).toBe(true);
  });

  it("are those of options where one certainly is and none is of anything else", () => {
    expect(isShuffled("The answer is B, and in none of A or C does it hold.")).toBe(true);
  });

  it("take no bracket with them that closes a remark", () => {
    for (const text of ["It fails (see option C).", "Both options (A and C) fail."])
      expect(text.charAt(findLetters(text).at(-1)?.end ?? 0)).toBe(")");
  });
});
