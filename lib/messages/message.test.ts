import { expect, it, vi } from "vitest";
import { numbersOf, writeMessage } from "./message.ts";
import { parseMessage } from "./parse-message.ts";

const message = parseMessage("{reason, select, too_late {Too late} other {Not kept}}");

it("chooses by a word, and takes a word that the text does not know as any other, whatever objects inherit", () => {
  expect(writeMessage(message, { reason: "too-late" }, numbersOf("en"))).toEqual(["Too late"]);
  for (const reason of ["new", "constructor", "__proto__", "toString", "=0", ""])
    expect(writeMessage(message, { reason }, numbersOf("en")), reason).toEqual(["Not kept"]);
});

it("makes each format of numbers once, however many are written", () => {
  let made = 0;
  const construct = (
    target: typeof Intl.NumberFormat,
    [locale, as]: ConstructorParameters<typeof Intl.NumberFormat>,
  ) => {
    made += 1;
    return new target(locale, as);
  };
  vi.stubGlobal("Intl", {
    ...Intl,
    PluralRules: Intl.PluralRules,
    NumberFormat: new Proxy(Intl.NumberFormat, { construct }),
  });
  const share = parseMessage("{share, number, percent} of {count, plural, one {# point} other {# points}}");
  const numbers = numbersOf("de");
  const write = (count: number) => writeMessage(share, { share: 0.5, count }, numbers).join("");
  expect([write(1), write(1500)]).toEqual(["50\u00a0% of 1 point", "50\u00a0% of 1.500 points"]);
  expect(made).toBe(2);
  vi.unstubAllGlobals();
});
