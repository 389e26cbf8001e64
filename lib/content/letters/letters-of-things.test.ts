import { describe, expect, it } from "vitest";
import { findLetters } from "./find-letters.ts";
import { noContext } from "./taken-letters.ts";

describe("a letter after a noun", () => {
  it.each(["The treatment B is incorrect here.", "Plan B is the correct answer.", "This scheme B is the best choice."])(
    "cannot tell whether a thing that is judged like an option is one: %s",
    (text) => {
      expect(findLetters(text).map(({ by }) => by)).toEqual(["unclear"]);
    },
  );

  it("knows whose letter it is where the question itself names the thing", () => {
    const taken = { ...noContext.taken, things: new Set(["B"]) };
    expect(findLetters("Plan B is the correct answer.", { ...noContext, taken })).toEqual([]);
  });

  it.each(["This leaves B.", "This explains B as well.", "This outcome favours D: it is dear."])(
    "takes no verb for a thing that owns a letter: %s",
    (text) => expect(findLetters(text)).toHaveLength(1),
  );
});

describe("letters of things that the text itself has named", () => {
  it.each([
    "If CA B signs it, CA A has signed B.",
    "Se a rota A ficar indisponível, o router passa a usar a rota B.",
    "Fällt Rechenzentrum A aus, übernimmt Rechenzentrum B.",
    "Activities A and C can run in parallel, but E cannot start until D is finished.",
    "A is the amplitude, B determines the period and C shifts it in y = A sin(Bx + C).",
    "The reaction A + 2B → C is first order in A and second order in B.",
    "Anything rated C or D is in default.",
    "Team A works on the front end while B takes care of the database.",
    "Switch C is the root bridge, so the port of B towards A is blocked.",
    "A sells land to B, who fails to record the deed; A then conveys it to C, a bona fide purchaser.",
    "A verkauft dem B sein Auto, B zahlt aber nicht.",
    "Subsection (B) overrides subsection (A), and paragraph (C) lists examples.",
    "Points A to D form the stable part, E marks saturation.",
    "The probability that both A and B occur is 0.15.",
    "With S = current price and D = annual dividend, the yield is D / S.",
    "The output is 1 only if A and B are both 1.",
    "A student who gets a D has to repeat the module.",
    "Partner A contributes 60,000 and B 40,000.",
    "If set A has 5 elements and set B has 3, at most 3 of them lie in both A and B.",
    "Suppose A and B are joint tenants and A sells her share to C: B and C hold as tenants in common.",
    "Refined by C. B. Ortega in the seventies; D. Lind added the graphs.",
  ])("are none of options: %s", (text) => expect(findLetters(text)).toEqual([]));

  it.each([
    "Hosts A and B are on one subnet, which D ignores.",
    "Hosts A and B are on one subnet, so D.",
    "Servers A and B fail over. D has no standby.",
    "Servers A and B fail over, as in C.",
    "The key of host A is signed by host B. Only C knows that.",
    "With E = mc², C follows at once.",
    "The order is C-A-D.",
    "Since host A is in VLAN 10, B adds a route.",
    "Moving point A the wrong way gives B.",
    "Because the company sells only one product, E, the mean, is of no help.",
  ])("leave another letter unclear that may be that of an option: %s", (text) => {
    expect(findLetters(text).map(({ by }) => by)).toEqual(["unclear"]);
  });
});

describe("letters in a text that names an option", () => {
  it.each([
    "B is correct, which A does not do.",
    "B is correct. The same is true of D.",
    "C takes priority over B.",
    "Richtig ist B, denn in C fehlt der Schlüssel.",
  ])("are those of options: %s", (text) => {
    expect(findLetters(text).map(({ by }) => by)).toEqual(["prose", "prose"]);
  });

  it.each([
    "B is correct. The company pays at a rate C.",
    "B is correct. The tenor sings a high C.",
    "Richtig ist B, denn bei Tarif C fällt keine Steuer an.",
    "La bonne réponse est B, car le tarif C ne s'applique pas.",
    "B is right. Section A applies, C does not.",
    "Option B is right, since D is the distance.",
    "C is correct. A and B entered into a contract.",
    "Option D. When A is high, the output rises.",
    "D is right. The truth table of A AND B shows it.",
    "The best answer is D. In RACI, A stands for accountable.",
    "B is the answer. Patients with type A respond, those with C do not.",
    "The correct option is B. He received an A in maths.",
    "Richtig ist D. A verkauft B ein Auto.",
  ])("may be those of whatever stands before them: %s", (text) => {
    expect(findLetters(text).filter(({ by }) => by === "prose").length).toBeLessThan(2);
  });
});
