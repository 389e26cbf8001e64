import { createHash } from "node:crypto";
import { vi } from "vitest";

const hashPassword = async (password: string) => createHash("sha256").update(password).digest("hex");
const verifyPassword = async ({ hash, password }: { readonly hash: string; readonly password: string }) =>
  hash === (await hashPassword(password));

/**
 * Stands in for the library's hash of passwords, which takes a quarter of a second on purpose. For tests that send hundreds of
 * passwords and ask who gets in; what a hash is, and takes, is asked by hash-password.test.ts and sign-in-time.test.ts. Undone by
 * `endQuickHashes`.
 */
export function beginQuickHashes(): void {
  vi.doMock("better-auth/crypto", async (original) => ({ ...(await original()), hashPassword, verifyPassword }));
}

export function endQuickHashes(): void {
  vi.doUnmock("better-auth/crypto");
}
