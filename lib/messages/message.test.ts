import { expect, it } from "vitest";
import { numbersOf, writeMessage } from "./message.ts";
import { parseMessage } from "./parse-message.ts";

const message = parseMessage("{reason, select, too_late {Too late} other {Not kept}}");

it("chooses by a word, and takes a word that the text does not know as any other, whatever objects inherit", () => {
  expect(writeMessage(message, { reason: "too-late" }, numbersOf("en"))).toEqual(["Too late"]);
  for (const reason of ["new", "constructor", "__proto__", "toString", "=0", ""])
    expect(writeMessage(message, { reason }, numbersOf("en")), reason).toEqual(["Not kept"]);
});

it("writes numbers as the locale does, and chooses by their plural", () => {
  const share = parseMessage("{share, number, percent} of {count, plural, one {# point} other {# points}}");
  const write = (count: number) => writeMessage(share, { share: 0.5, count }, numbersOf("de")).join("");
  expect([write(1), write(1500)]).toEqual(["50\u00a0% of 1 point", "50\u00a0% of 1.500 points"]);
});
