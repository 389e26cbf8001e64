export interface Owner {
  readonly email: string;
  readonly name: string;
}

/**
 * Why a new password would be guessed, as a sentence that says what to do instead; null when there is no reason known. Asks
 * nobody: the list of common passwords comes with a package.
 */
export async function passwordProblem(password: string, { email, name }: Owner): Promise<string | null> {
  const own = [email, email.split("@")[0] ?? "", name].map(coreOf).filter((word) => word !== "");
  if (own.includes(coreOf(password)))
    return "Not your address or your name: others know them. Use three or four words that have nothing to do with you.";
  if (new Set(password.toLowerCase()).size < 4)
    return "Too few different characters. Use three or four words that have nothing to do with each other.";
  if ((await commonPasswords()).has(password.normalize("NFKC").toLowerCase()))
    return "This is one of the passwords that are tried first. Use three or four words that have nothing to do with each other.";
  return null;
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

/** Loaded at the first use: only a sign-up and a change of password need it. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= import("@zxcvbn-ts/language-common").then(({ dictionary }) => new Set(dictionary["passwords-common"]));
  return common;
}
