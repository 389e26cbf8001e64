import type { PasswordRefusal } from "./write/change-account.ts";

/** Why a change that needs the password was refused. */
export const passwordSentences: Readonly<Record<PasswordRefusal, string>> = {
  "sign-in-first": "Sign in first.",
  "wrong-password": "That is not your password.",
  "too-many-tries": "Too many tries. Wait ten minutes, then try again.",
  "sign-in-again": "Your account has no password. Sign out, sign in again, and do this within ten minutes.",
};
