import { createHash } from "node:crypto";
import { vi } from "vitest";

const hashPassword = async (password: string) => createHash("sha256").update(password).digest("hex");
const verifyPassword = async ({ hash, password }: { readonly hash: string; readonly password: string }) =>
  hash === (await hashPassword(password));

/**
 * Replaces the library's password hash, which deliberately takes a quarter of a second. For tests that send hundreds of
 * passwords and check who gets in; hash-password.test.ts and sign-in-time.test.ts check the hash and its time. Undone
 * by `endQuickHashes`.
 */
export function beginQuickHashes(): void {
  vi.doMock("better-auth/crypto", async (original) => ({ ...(await original()), hashPassword, verifyPassword }));
}

export function endQuickHashes(): void {
  vi.doUnmock("better-auth/crypto");
}
