import { expect, it } from "vitest";
import { madePasskey, readPasskey, usedPasskey } from "./read-passkey.ts";

const response = { clientDataJSON: "e30", authenticatorData: "AA", signature: "AA" };
const passkey = { id: "one", rawId: "one", type: "public-key", clientExtensionResults: {}, response };

it("picks what is known of a passkey", () => {
  const more = { ...passkey, clientExtensionResults: { credProps: { rk: true } }, response: { ...response, more: 1 } };
  expect(readPasskey(usedPasskey, JSON.stringify(more))).toEqual(passkey);
  const made = { ...passkey, response: { clientDataJSON: "e30", attestationObject: "AA", transports: ["internal"] } };
  expect(readPasskey(madePasskey, JSON.stringify(made))).toEqual(made);
});

it.each([
  undefined,
  "",
  "{",
  "null",
  JSON.stringify({ ...passkey, id: { $ne: "" } }),
  JSON.stringify({ ...passkey, response: {} }),
  JSON.stringify({ ...passkey, type: "password" }),
  JSON.stringify({ ...passkey, id: "x".repeat(4001) }),
  JSON.stringify({ ...passkey, id: "one\0" }),
])("reads nothing from %j", (text) => {
  expect(readPasskey(usedPasskey, text)).toBeNull();
});
