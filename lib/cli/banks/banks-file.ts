import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify, YAMLParseError } from "yaml";
import { z } from "zod";
import { CommandRefused } from "../end-with.ts";

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Git takes what begins with a stroke for an option. */
const address = /^(?:(?:https?|ssh|git|file):\/\/\S+|[\w.-]+@[\w.-]+:[^\s-]\S*)$/;

const bank = z.strictObject({
  git: z.string().regex(address, "is an address such as https://example.org/banks.git"),
  revision: z.string().regex(/^\w[\w./-]*$/, "is a branch, a tag or a commit, such as main"),
  commit: z.string().regex(/^[0-9a-f]{40,64}$/, "is the full id of a commit"),
  /** The folder of the exam in the repository; null when the repository is the exam. */
  folder: z
    .string()
    .regex(/^(?!.*\.\.)\w[\w. /-]*$/, "is a folder of the repository, such as exams/cloud")
    .nullable(),
  license: z.string().nullable(),
});
const shape = z.strictObject({
  banks: z.record(
    z.string().regex(slug, "is made of lower-case letters, digits and hyphens, such as cloud-basics"),
    bank,
  ),
});

/** Where a bank comes from. */
export type Bank = Readonly<z.infer<typeof bank>>;
/** By the name of the folder in the content, which begins the address of each of its questions: so banks are kept apart. */
export type Banks = Readonly<Record<string, Bank>>;

export function banksPath(content: string): string {
  return join(content, "banks.yaml");
}

/** The banks that `banks.yaml` in the content folder names; none when it is not there. Refuses one that says anything else. */
export function readBanks(content: string): Banks {
  const path = banksPath(content);
  if (!existsSync(path)) return {};
  const parsed = shape.safeParse(readYaml(path));
  if (parsed.success) return parsed.data.banks;
  const mistakes = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${wordsOf(issue)}`);
  throw new CommandRefused(`${path} is not as \`content -- bank add\` writes it:\n${mistakes.join("\n")}`);
}

export function writeBanks(content: string, banks: Banks): void {
  const sorted = Object.fromEntries(Object.entries(banks).sort(([a], [b]) => (a < b ? -1 : 1)));
  const head = "# Banks from elsewhere: written by npm run content -- bank. Keep this file in Git.\n";
  writeFileSync(banksPath(content), head + stringify({ banks: sorted }));
}

/** What a new bank may be called and come from; the mistake in words, or null. */
export function mistakeIn(name: string, given: Pick<Bank, "git" | "revision" | "folder">): string | null {
  const parsed = shape.safeParse({ banks: { [name]: { ...given, commit: "0".repeat(40), license: null } } });
  const [first] = parsed.error?.issues ?? [];
  return first === undefined ? null : `${first.path.slice(2).join(".") || name}: ${wordsOf(first)}`;
}

/** Of a key that is wrong the library says only that it is one. */
function wordsOf(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof YAMLParseError) throw new CommandRefused(`${path} is not YAML: ${error.message}`);
    throw error;
  }
}
