import { describe, expect, it } from "vitest";
import { findLetters } from "./find-letters.ts";
import { noContext } from "./taken-letters.ts";

const context = { ...noContext, count: 5 };
const kindsOf = (text: string) => findLetters(text, context).map(({ by }) => by);

describe("a word for a place by a word for options", () => {
  it.each([
    "The last but one describes leases.",
    "The last but one of the alternatives is wrong.",
    "Only the second-last answer fits.",
    "The two outermost options fail.",
    "The very last plausible option is wrong.",
    "The alternative listed last is a lease.",
    "The answer right at the bottom is true.",
    "The option in third position is wrong.",
    "The choice second from the top is wrong.",
    "Die vorletzte Möglichkeit ist falsch.",
    "Die beiden äußeren Antworten sind falsch.",
    "Die Antwort an dritter Stelle stimmt.",
    "Die zuletzt genannte Antwort stimmt.",
    "La dernière des propositions est fausse.",
    "L'avant-dernière proposition est fausse.",
    "Les deux réponses du milieu sont fausses.",
    "La réponse placée en troisième position est juste.",
    "La penúltima alternativa es falsa.",
    "Las dos opciones del medio son falsas.",
    "La opción que aparece en último lugar es falsa.",
    "A penúltima das opções é falsa.",
    "As duas alternativas do meio são falsas.",
    "A opção em terceiro lugar é falsa.",
    "La penultima delle opzioni è falsa.",
    "Le due opzioni centrali sono false.",
    "La risposta al terzo posto è giusta.",
  ])("keeps the order: %s", (text) => {
    expect(kindsOf(text)).toEqual(["unclear"]);
  });

  it.each([
    "A second option would be to buy.",
    "First check the answer.",
    "Which of the following answers is correct?",
    "The answer is the first law of Newton.",
    "At last the answer is found.",
    "The central bank has two options.",
    "The other options are wrong.",
    "It stops at the end of the response.",
    "The last step of the answer is a sum.",
    "Der letzte Teil der Antwort ist eine Summe.",
  ])("says nothing of: %s", (text) => {
    expect(kindsOf(text)).toEqual([]);
  });

  it("comes after what is understood", () => {
    expect(kindsOf("The final two alternatives are too small.")).toEqual(["prose"]);
  });
});
