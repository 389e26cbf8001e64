import { hashPassword as hashAsFirst } from "better-auth/crypto";
import { expect, it } from "vitest";
import { hashPassword, isHashingBusy, verifyPassword } from "./hash-password.ts";

it("hashes in turn what comes at once, and each password verifies against its own hash only", async () => {
  const passwords = ["one long password", "another long password", "a third long password"];
  const hashes = await Promise.all(passwords.map(hashPassword));
  const rights = await Promise.all(hashes.map((hash, i) => verifyPassword({ hash, password: passwords[i] ?? "" })));
  expect(rights).toEqual([true, true, true]);
  expect(await verifyPassword({ hash: hashes[0] ?? "", password: passwords[1] ?? "" })).toBe(false);
});

it("goes on after a hash that cannot be read", async () => {
  await expect(verifyPassword({ hash: "no hash", password: "x" })).rejects.toThrow();
  expect(isHashingBusy()).toBe(false);
  expect(await hashPassword("a long password")).toContain(":");
});

it("names the method of a hash, and knows the hashes of the first version, which name none", async () => {
  const password = "a long password";
  expect(await hashPassword(password)).toMatch(/^scrypt-16384-16-1\$[0-9a-f]{32}:[0-9a-f]{128}$/);
  const hash = await hashAsFirst(password);
  expect(await verifyPassword({ hash, password })).toBe(true);
  expect(await verifyPassword({ hash, password: "another password" })).toBe(false);
  await expect(verifyPassword({ hash: `later-method$${hash}`, password })).rejects.toThrow(
    /unknown method: later-method/,
  );
});
