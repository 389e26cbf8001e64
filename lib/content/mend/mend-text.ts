import type { Problem } from "../problem.ts";
import { placeAt } from "../read/source.ts";
import { formRules } from "./form-rules.ts";
import { type Mend, type Mendable, mendable } from "./mend.ts";
import { mends } from "./mends.ts";
import { applyEdits, type TextEdit } from "./text-edit.ts";

/** What a text is read as. */
export interface Reading {
  /** All that the file means, as one text; null while it has an error. */
  readonly meaning: string | null;
  readonly problems: readonly Problem[];
}

export interface Surroundings extends Pick<Mendable, "exam" | "imageExists"> {
  readonly file: string;
  /** Reads a changed text of the same file. */
  readonly read: (text: string) => Reading;
}

export interface Mended {
  readonly text: string;
  /** Every change, in the order in which they were made; the offsets of each are those of the text before it. */
  readonly changes: readonly (readonly TextEdit[])[];
  /** What is mended. */
  readonly mended: readonly Pick<Problem, "rule" | "place" | "message">[];
}

const mostChanges = 500;
/** Of the places of one rule of form, where not all together change nothing: each costs a reading. */
const mostTried = 20;

/**
 * Fixes what can be fixed in a text without changing its meaning. A correct file means the same afterwards, word for
 * word. An incorrect one keeps all its letters and digits (except for names that were slips), and has fewer errors.
 * Anything else is left alone. Fixing the result again changes nothing.
 */
export function mendText(text: string, surroundings: Surroundings): Mended {
  const changes: (readonly TextEdit[])[] = [];
  const mended: Pick<Problem, "rule" | "place" | "message">[] = [];
  let now = text;
  while (changes.length < mostChanges) {
    const change = nextChange(now, surroundings);
    if (change === null) break;
    changes.push(change.edits);
    mended.push(change.reported);
    now = applyEdits(now, change.edits);
  }
  return { text: now, changes, mended };
}

interface Change {
  readonly edits: readonly TextEdit[];
  readonly reported: Pick<Problem, "rule" | "place" | "message">;
}

function nextChange(text: string, surroundings: Surroundings): Change | null {
  const reading = surroundings.read(text);
  for (const problem of reading.problems) {
    const edits = editsFor(text, problem, reading, surroundings);
    if (edits !== null) return { edits, reported: problem };
  }
  return reading.meaning === null ? null : formChange(text, reading, surroundings);
}

/** The change that fixes `problem`; null if there is none, or if it would change what the text means. */
export function editsFor(
  text: string,
  problem: Problem,
  reading: Reading,
  surroundings: Surroundings,
): readonly TextEdit[] | null {
  const mend = mends.get(problem.rule);
  if (mend === undefined) return null;
  const edits = mend.edits(mendable(text, problem, surroundings));
  if (edits.length === 0 || !keepsMeaning(text, edits, problem, mend, reading, surroundings)) return null;
  return edits;
}

/** While one of these is reported, what comes after it is not checked. */
const hiding: readonly string[] = ["bad-yaml", "yaml-alias", "no-front-matter", "duplicate-key", "malformed-checkbox"];

function keepsMeaning(
  text: string,
  edits: readonly TextEdit[],
  problem: Problem,
  mend: Mend,
  before: Reading,
  { read }: Surroundings,
): boolean {
  const changed = applyEdits(text, edits);
  const after = read(changed);
  if (changed === text || countOf(after, problem) >= countOf(before, problem)) return false;
  if (before.meaning !== null) return after.meaning === before.meaning;
  if (!mend.renames && wordsOf(changed) !== wordsOf(text)) return false;
  return hiding.includes(problem.rule) || errorsOf(after) < errorsOf(before);
}

function countOf({ problems }: Reading, { rule, message }: Problem): number {
  return problems.filter((each) => each.rule === rule && (each.message === message || hiding.includes(rule))).length;
}

function errorsOf({ problems }: Reading): number {
  return problems.filter(({ severity }) => severity === "error").length;
}

function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whatever of a rule of form changes nothing: all of its places at once where that is so, or else one. */
function formChange(text: string, { meaning }: Reading, { read }: Surroundings): Change | null {
  const keeps = (edits: readonly TextEdit[]) => read(applyEdits(text, edits)).meaning === meaning;
  for (const { id, description, edits: find } of formRules) {
    const all = find(text).filter((edit) => edit.text !== text.slice(edit.from, edit.to));
    if (all.length === 0) continue;
    const kept = keeps(all) ? all : all.slice(0, mostTried).filter((edit) => keeps([edit]));
    const [first] = kept;
    if (first === undefined || (kept !== all && !keeps(kept))) continue;
    return {
      edits: kept,
      reported: { rule: id, place: placeAt(text, first.from), message: description.replace(/\.$/, "") },
    };
  }
  return null;
}
