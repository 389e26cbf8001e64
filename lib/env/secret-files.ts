import { readFileSync } from "node:fs";

/** Settings that may be in a file instead, which the setting with the same name and `_FILE` names. */
export const secretSettings = [
  "AUTH_SECRET",
  "DATABASE_URL",
  "SMTP_URL",
  "OIDC_CLIENT_SECRET",
  "METRICS_TOKEN",
] as const;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Replaces each `…_FILE` setting by the text of its file, without the line break that editors add. Returns the
 * variables that are set, and a sentence for each file that cannot be used; no sentence contains the content of a file.
 */
export function readSecretFiles(variables: Variables) {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(variables)) if (value) given[name] = value;
  const mistakes = secretSettings.flatMap((name) => {
    const file = given[`${name}_FILE`];
    if (file === undefined) return [];
    if (given[name] !== undefined) return [`${name}_FILE: must not be set when ${name} is set`];
    const read = readSecret(file);
    if ("problem" in read)
      return [`${name}_FILE: must be a file that this user can read and that is not empty (${read.problem})`];
    given[name] = read.secret;
    return [];
  });
  return { given, mistakes };
}

function readSecret(file: string): { readonly secret: string } | { readonly problem: string } {
  try {
    const secret = readFileSync(file, "utf8")
      .replace(/^\uFEFF/, "")
      .trimEnd();
    return secret === "" ? { problem: `${file} is empty` } : { secret };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}
