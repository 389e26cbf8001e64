import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CommandRefused } from "../end-with.ts";
import { checkContent } from "../load-bank.ts";
import { asOneExam } from "../one-exam.ts";
import { readContent } from "../read-content.ts";
import { slugged } from "../slugged.mjs";
import { refuseOwnWork, replaceBank } from "./bank-folder.ts";
import { type Bank, banksPath, mistakeIn, readBanks, writeBanks } from "./banks-file.ts";
import { fetchRevision } from "./git.ts";

interface AddOptions {
  readonly revision: string;
  readonly folder?: string;
  readonly as?: string;
}

interface FetchOptions {
  readonly discard?: boolean;
}

/** Fetches a bank that is not there yet, and writes down in banks.yaml where it came from. */
export async function addBank(content: string, git: string, options: AddOptions): Promise<void> {
  const { revision, folder = null } = options;
  const name =
    options.as ?? slugged((folder ?? git.replace(/\.git\/?$/, "")).split(/[/:]/).filter(Boolean).at(-1) ?? "");
  const banks = readBanks(content);
  if (name in banks)
    throw new CommandRefused(
      `${banksPath(content)} already has a bank ${name}: update it, or choose another name with --as`,
    );
  const mistake = mistakeIn(name, { git, revision, folder });
  if (mistake !== null) throw new CommandRefused(mistake);
  const fetched = await fetchBank(content, name, { git, revision, folder }, revision, false);
  writeBanks(content, { ...banks, [name]: fetched });
}

/** Brings every bank to the commit that banks.yaml names: after a clone, or when somebody else has updated it. */
export async function fetchBanks(content: string, { discard = false }: FetchOptions): Promise<void> {
  for (const [name, bank] of Object.entries(someOf(content)))
    await fetchBank(content, name, bank, bank.commit, discard);
}

/** Brings banks, or the one named, to the newest commit of their revision, and writes that down. */
export async function updateBanks(content: string, only: string | undefined, { discard = false }: FetchOptions) {
  const banks = someOf(content);
  if (only !== undefined && !(only in banks)) throw new CommandRefused(`${banksPath(content)} has no bank ${only}`);
  for (const [name, bank] of Object.entries(banks).filter(([each]) => only === undefined || each === only)) {
    const fetched = await fetchBank(content, name, bank, bank.revision, discard);
    writeBanks(content, { ...readBanks(content), [name]: fetched });
  }
}

function someOf(content: string) {
  const banks = readBanks(content);
  if (Object.keys(banks).length > 0) return banks;
  throw new CommandRefused(`${banksPath(content)} names no bank: add one with npm run content -- bank add <address>`);
}

type Source = Pick<Bank, "git" | "revision" | "folder">;

/** Fetches `commit`, looks at it, and puts it in its place. A bank with an error, or none, changes nothing. */
async function fetchBank(
  content: string,
  name: string,
  source: Source,
  commit: string,
  discard: boolean,
): Promise<Bank> {
  const target = join(content, name);
  refuseOwnWork(target, discard);
  const place = mkdtempSync(join(tmpdir(), "mockdown-bank-"));
  try {
    const found = await fetchRevision(source.git, commit, place);
    const folder = join(place, source.folder ?? "");
    const { license, questions } = lookAt(folder, name, source);
    mkdirSync(content, { recursive: true });
    replaceBank(target, folder);
    const { git, revision, folder: inside } = source;
    const reported = license ?? "it names no licence: ask its authors before you show it to others";
    process.stdout.write(
      `${target}: ${questions} questions of ${git} at ${found.slice(0, 12)}; licence: ${reported}\n`,
    );
    return { git, revision, commit: found, folder: inside, license };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function lookAt(folder: string, name: string, { git, folder: inside }: Source) {
  const where = inside === null ? git : `${inside} of ${git}`;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new CommandRefused(`${where} is not a folder`);
  if (!existsSync(join(folder, "exam.md")))
    throw new CommandRefused(`${where} has no exam.md: name the folder of one exam with --folder`);
  const { exams, problems } = checkContent(asOneExam(readContent(folder, null), name));
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    const [first] = errors;
    const place = `${first?.file}:${first?.place.line}: ${first?.message}`;
    throw new CommandRefused(
      `${where} has ${errors.length} errors, the first at ${place}. Nothing was changed: tell its authors, or choose another revision`,
    );
  }
  const [exam] = exams;
  return { license: exam?.exam?.license ?? null, questions: exam?.questions.length ?? 0 };
}
