import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { slugged } from "./slugged.mjs";

/**
 * Which folder of questions a release means, when it serves and in every command, and where the data of that folder is: the
 * one rule for both. `program` is the folder of the release, `working` the folder where somebody stands.
 *
 * A folder that is named has its data beside it, in `<folder>.data`, unless it is the one that this installation serves without
 * a name. Without a name: `CONTENT_DIR`; `./content`; the questions of the release while `./data` holds a database; the folder
 * that was served from here; where somebody stands, if that is an exam or a folder of exams and nothing else; the only exam in
 * it; otherwise those of the release. A folder with other things in it is never read: it may be somebody's home.
 *
 * Returns `folder`; `exam`, what it is called if it is a single exam; `data`, the folder of its data or null for what the
 * settings say; `isOwn`, false for the questions that come with the release; `others`, folders that were served from here as
 * well, of which one may be meant.
 *
 * @param {string | undefined} named
 * @param {{ env?: Record<string, string | undefined>, working?: string, program: string }} where
 */
export function questionsPlace(named, { env = process.env, working = ".", program }) {
  if (named !== undefined) return namedPlace(named, env, working);
  const set = env.CONTENT_DIR || (existsSync(join(working, "content")) ? "./content" : "");
  if (set !== "") return { folder: set, exam: examOf(resolve(working, set)), data: null, isOwn: true, others: [] };
  const served = servedFrom(working);
  const own = served.length > 0 ? served : ownFolders(resolve(working));
  if (own.length === 1 && !existsSync(join(working, "data/mockdown.db"))) return namedPlace(own[0], env, working);
  return { folder: join(program, "content"), exam: null, data: null, isOwn: false, others: own };
}

/** The folder itself, or the exams in it. */
function ownFolders(place) {
  if (isExam(place)) return ["."];
  const exams = foldersIn(place).filter((name) => existsSync(join(place, name, "exam.md")));
  const isAll = exams.length > 1 && foldersIn(place).every((name) => exams.includes(name) || name.endsWith(".data"));
  return isAll ? ["."] : exams;
}

function namedPlace(named, env, working) {
  const place = resolve(working, named);
  const beside = `${place}.data`;
  const isUsual = place === resolve(working, env.CONTENT_DIR || "content") && !existsSync(beside);
  const exam = examOf(place) ?? (isUsual || holdsExams(place) ? null : slugged(basename(place)));
  return { folder: named, exam, data: isUsual ? null : beside, isOwn: true, others: [] };
}

/** The name of the exam that a folder is by its own exam.md. */
function examOf(place) {
  return existsSync(join(place, "exam.md")) ? slugged(basename(place)) : null;
}

/** Whether a folder holds a folder for each exam. */
function holdsExams(place) {
  return (
    !existsSync(join(place, "exam.md")) && foldersIn(place).some((name) => existsSync(join(place, name, "exam.md")))
  );
}

/** By its exam.md, by the data beside it, or by a question in it. */
function isExam(place) {
  const isServed = existsSync(join(`${place}.data`, "mockdown.db"));
  return isServed || existsSync(join(place, "exam.md")) || textsIn(place).some(isQuestion);
}

/** The folders beside whose data they lie: those that were served from here by their names. */
function servedFrom(working) {
  return foldersIn(resolve(working)).filter((name) => existsSync(join(working, `${name}.data`, "mockdown.db")));
}

function foldersIn(place) {
  return entriesIn(place).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

function textsIn(place) {
  return entriesIn(place).flatMap(({ name }) =>
    name.endsWith(".md") && !/^readme\.md$/i.test(name) ? [join(place, name)] : [],
  );
}

function entriesIn(place) {
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(place, { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
}

function isQuestion(file) {
  return /^\uFEFF?---\s*\n(?:[^\n]*\n){0,30}?domain\s*:/.test(readFileSync(file, "utf8"));
}

/**
 * Makes the settings of this process those of a place; whatever is set already stays.
 *
 * @param {{ folder: string, exam: string | null, data: string | null }} place
 * @param {Record<string, string | undefined>} env
 */
export function takePlace({ folder, exam, data }, env = process.env) {
  env.CONTENT_DIR = folder;
  if (exam !== null) env.CONTENT_EXAM ||= exam;
  if (data !== null && !env.DATABASE_URL_FILE) env.DATABASE_URL ||= `file:${join(data, "mockdown.db")}`;
}

/** A path as somebody would type it here; far away, the whole one. */
export function shortPath(path) {
  const here = relative("", path);
  const isNear = here !== "" && (!here.startsWith("..") || !here.includes("/", 3));
  return isNear ? here : resolve(path);
}
