import { describe, expect, it } from "vitest";
import { question } from "../../../tests/support/parse-text.ts";
import { findLetters } from "./find-letters.ts";
import { noContext } from "./taken-letters.ts";

const context = { ...noContext, count: 5 };
const kindsOf = (text: string) => findLetters(text, context).map(({ by }) => by);

describe("a word for a place without a noun", () => {
  it.each([
    "The one above scales to zero.",
    "The one at the bottom of the list is a trap.",
    "The one listed first is cheaper.",
    "Those at the end cost more.",
    "The first and the last mean the same.",
    "The former needs an agent.",
    "Only the first applies here.",
    "It is the second.",
    "I would go for the last.",
    "All but the second presume a sender.",
    "The first encrypts blocks.",
    "The second ignored the limit.",
    "The last two apply to leases.",
    "The first two use symmetric keys.",
    "2 and 4 are wrong.",
    "Number 3 is right.",
    "#2 is the key.",
    "The last statement is true.",
    "Last one.",
    "Whatever stands first is too slow.",
    "So is the next.",
    "So the answer: first.",
    "First and last are wrong.",
    "First option is wrong.",
    "None of the first three works.",
    "The upper two are wrong.",
    "Alternatives two to four are wrong.",
    "Answer: 2.",
    "Nr. 2 ist richtig.",
    "La 2 es correcta.",
    "Die letzte beschreibt den Ablauf.",
    "Die ersten beiden gelten nicht.",
    "Letztlich ist die erste falsch.",
    "La última describe el protocolo.",
    "Las dos primeras son sinónimas.",
    "L'ultima è sbagliata.",
    "La tercera es la única que cifra.",
    "Its neighbour in the list is wrong.",
    "The odd-numbered options fail.",
    "But the fifth never was.",
    "The second-to-last is right.",
    "The second to last describes leases.",
    "Third from the bottom.",
    "The opening pair deals with cost.",
    "The initial two require root access.",
    "Erstere ist falsch.",
    "Le due centrali coincidono.",
    "Entrambe le prime falliscono.",
    "The last used SHA.",
    "The last put users at risk.",
    "The last two exceed limits.",
    "The last two focus on speed.",
    "Die letzten setzen Windows voraus.",
    "Die letzte setzte Linux voraus.",
    "La última exige licencia.",
    "La segunda cifra datos.",
    "La segunda carece de sentido.",
    "La dernière citée est fausse.",
    "La última mencionada es falsa.",
    "L'ultima comporta costi elevati.",
    "A terceira exige reiniciar.",
    "The answer 2 is wrong.",
    "Statement 2 is false.",
    "A última descreve o protocolo.",
  ])("keeps the order: %s", (text) => {
    const kinds = kindsOf(text);
    expect(kinds.length).toBeGreaterThan(0);
    expect(new Set(kinds)).toEqual(new Set(["unclear"]));
  });

  it.each([
    "The first step sets the goal, and the third one measures it.",
    "There are two modes. The first encrypts blocks.",
    "TCP and UDP are transports; the latter has no connections.",
    "Amundsen was the first to reach the pole.",
    "A record is added at the top.",
    "The first of the month is a holiday.",
    "The last two days were cold.",
    "The first two normal forms are about keys.",
    "In the first days nobody came.",
    "Each layer uses the one below.",
    "A prime number has two divisors.",
    "The second law of motion",
    "Die erste Phase endet hier.",
    "Die letzte große Reform war die der Steuer.",
    "La primera fase termina aquí.",
    "Number 7 is prime.",
    "First answer the question.",
    "DHCP option 82 is added by the relay.",
  ])("means nothing where it is clear of what: %s", (text) => {
    expect(kindsOf(text)).toEqual([]);
  });

  it("may be an option where the text names others by place, whatever else it speaks of", () => {
    expect(kindsOf("The first option adds two keys, the second none.")).toEqual(["prose", "unclear"]);
  });

  it("keeps the letters before it in the author's order where it may speak of them", () => {
    const [match] = findLetters("Options B and C encrypt data. The former is symmetric.", context);
    expect(match).toMatchObject({ by: "prose", keepOrder: true });
  });
});

describe("in a question", () => {
  const isShuffled = (stem: string, explanation: string, note = "") => {
    const text = `---\ndomain: d\n---\n${stem}\n\n- [x] One\n- [ ] Two\n${note}- [ ] Three\n\n## Explanation\n\n${explanation}\n`;
    const { public: open } = question(text).question;
    return "shuffle" in open && open.shuffle;
  };

  it("what the stem asks for by place may be an option", () => {
    expect(isShuffled("Which command deletes the log?", "The third command deletes it.")).toBe(false);
    expect(isShuffled("Which tool deletes the log?", "The third command deletes it.")).toBe(true);
  });

  it("a number is a statement's where the stem has it", () => {
    const stem = "Which are true?\n\n1. It is fast.\n2. It is small.";
    expect(isShuffled(stem, "Only 2 is correct.")).toBe(true);
    expect(isShuffled("Which are true?", "Only 2 is correct.")).toBe(false);
  });

  it("the note that stands above is another one for every learner", () => {
    expect(isShuffled("Which?", "Because.", "  > Same as above.\n")).toBe(false);
    expect(isShuffled("Which?", "As shown above, it is so.")).toBe(true);
  });
});
