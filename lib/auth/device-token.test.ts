import { describe, expect, it } from "vitest";
import { readDevice, signDevice } from "./device-token.ts";

const secret = "a secret of tests that is long enough for anything";

describe("the cookie of a device", () => {
  it("proves on which accounts it signed in, however the address is written, and on no other", () => {
    const both = signDevice(signDevice(undefined, "ada@example.org", secret), "bea@example.org", secret);
    expect(readDevice(both, "Ada@Example.org", secret)).not.toBeNull();
    expect(readDevice(both, "bea@example.org", secret)).not.toBeNull();
    expect(readDevice(both, "eve@example.org", secret)).toBeNull();
    expect(both).not.toContain("ada");
  });

  it("is believed only with our signature", () => {
    const cookie = signDevice(undefined, "ada@example.org", secret);
    const [account, id, signature] = cookie.split(".");
    const forged = [`${account}.other.${signature}`, `${account}.${id}.`, `${account}.${id}`, "", "~", undefined];
    expect(forged.map((text) => readDevice(text, "ada@example.org", secret))).toEqual(Array(6).fill(null));
    expect(readDevice(cookie, "ada@example.org", `${secret}!`)).toBeNull();
  });

  it("keeps the five newest accounts", () => {
    const names = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}@example.org`);
    const cookie = names.reduce<string | undefined>((held, email) => signDevice(held, email, secret), undefined);
    const known = names.filter((email) => readDevice(cookie, email, secret) !== null);
    expect(known).toEqual(names.slice(1));
  });
});
