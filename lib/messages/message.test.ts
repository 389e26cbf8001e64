import { expect, it } from "vitest";
import { writeMessage } from "./message.ts";
import { parseMessage } from "./parse-message.ts";

const message = parseMessage("{reason, select, too_late {Too late} other {Not kept}}");

it("chooses by a word, and takes a word that the text does not know as any other, whatever objects inherit", () => {
  expect(writeMessage(message, { reason: "too-late" }, "en")).toEqual(["Too late"]);
  for (const reason of ["new", "constructor", "__proto__", "toString", "=0", ""])
    expect(writeMessage(message, { reason }, "en"), reason).toEqual(["Not kept"]);
});
