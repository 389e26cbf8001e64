import type { FieldProblem } from "./field-problems.ts";

export interface Owner {
  readonly email: string;
  readonly name: string;
}

/**
 * Why a new password would be easy to guess; null if there is no known reason. Needs no network: the list of common
 * passwords comes with a package.
 */
export async function passwordProblem(password: string, { email, name }: Owner): Promise<FieldProblem | null> {
  const own = [email, email.split("@")[0] ?? "", name].map(coreOf).filter((word) => word !== "");
  if (own.includes(coreOf(password))) return "password-own";
  if (new Set(password.toLowerCase()).size < 4) return "password-few-characters";
  return (await commonPasswords()).has(password.normalize("NFKC").toLowerCase()) ? "password-common" : null;
}

/** Letters and digits alone, without digits at the end: "Ada.Lovelace-1815!" is "adalovelace". */
function coreOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(/\p{N}+$/u, "");
}

let common: Promise<ReadonlySet<string>> | undefined;

/** Loaded at the first use: only signing up and changing a password need it. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import("@zxcvbn-ts/language-common").then(({ dictionary }) => new Set(dictionary["passwords-common"]));
  return common;
}
