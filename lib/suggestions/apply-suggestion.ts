import { optionIds } from "#lib/content/build/option-id";
import { contentKind } from "#lib/content/kinds/kinds";
import { bracedEdits } from "#lib/content/letters/braced-letters";
import { allFindings, isCertain } from "#lib/content/letters/certain-letters";
import { questionLetters } from "#lib/content/letters/question-letters";
import { removeOptions } from "#lib/content/mend/remove-options";
import { applyEdits, applyToRaw, type TextEdit } from "#lib/content/mend/text-edit";
import { parseQuestion } from "#lib/content/parse-question";
import type { ExamContext } from "#lib/content/parsed-question";
import type { Problem } from "#lib/content/problem";
import { readQuestion } from "#lib/content/read/read-question";
import { anyText } from "#lib/content/read/source";
import { fail, ok, type Result } from "#lib/exam/result";
import { type EditableQuestion, editableQuestion } from "./editable-question.ts";
import { type Field, type FieldEdit, fieldEdits } from "./field-lines.ts";
import type { KeptPart } from "./kept-sentences.ts";
import type { LearnerLetters } from "./learner-letters.ts";

/** The content of a learner's form for a question. */
export interface Submission {
  /** By the names of the fields; an absent one stays as it is. */
  readonly texts: Readonly<Record<string, string>>;
  /** The ticked entries: their positions in the file, and "new" for the added one. */
  readonly correct: readonly string[];
  /** The options to remove, by their positions in the file. */
  readonly removed: readonly string[];
}

/** A file as a learner suggests it. */
export interface Suggested {
  /** With its byte order mark and its line endings, as it would be on disk. */
  readonly raw: string;
  /** The checker's problems that the current file does not have. */
  readonly problems: readonly Problem[];
}

export type SubmissionRefusal = "no-question" | "nothing-changed";

/**
 * Applies what a learner wrote to the file `file` with the text `raw`. Untouched parts stay the same byte for byte.
 * `order`: the ids of the options as the learner saw them, whose letters become those of the file, in braces.
 */
export function applySuggestion(
  file: string,
  raw: string,
  order: readonly string[],
  submission: Submission,
): Result<Suggested, SubmissionRefusal> {
  const text = anyText(Buffer.from(raw));
  const question = editableQuestion(file, text, order);
  if (question === null) return fail("no-question");
  const edits = inOrder(editsOf(question, submission));
  const settled = withLettersOfFile(file, text, edits, question.letters);
  const removed = new Set(question.added === null ? [] : submission.removed.map(Number));
  const shortened = removeOptions(file, applyToRaw(raw, settled), removed, question.letters.onScreen);
  const { problems } = shortened;
  if (shortened.raw === raw && problems.length === 0) return fail("nothing-changed");
  const changed = anyText(Buffer.from(shortened.raw));
  return ok({ raw: shortened.raw, problems: [...problems, ...newProblems(file, text, changed)] });
}

function editsOf(question: EditableQuestion, { texts, correct, removed }: Submission): readonly FieldEdit[] {
  const edit = (name: string, field: Field | null, head?: string) => {
    const text = texts[name];
    return field === null || (text === undefined && head === undefined)
      ? []
      : fieldEdits(field, text ?? field.lines.map(({ shown }) => shown).join("\n"), head);
  };
  const ticked = (head: string, name: string) => head.replace(/\[[ xX]\]/, correct.includes(name) ? "[x]" : "[ ]");
  const kept = question.entries.filter(({ index }) => question.added === null || !removed.includes(`${index}`));
  const entries = kept.flatMap(({ index, text, note, correct: was }) => {
    const isChanged = was !== null && was !== correct.includes(`${index}`);
    const head = isChanged ? ticked(text.head, `${index}`) : undefined;
    return [...edit(`option-${index}`, text, head), ...edit(`note-${index}`, note)];
  });
  const { added } = question;
  const isAdded = (texts["option-new"] ?? "").trim() !== "";
  return [
    ...question.front.flatMap(({ key, value }) => edit(`front-${key}`, value)),
    ...edit("stem", question.stem),
    ...edit("text", question.cloze),
    ...entries,
    ...(added === null || !isAdded ? [] : edit("option-new", added.text, ticked(added.text.head, "new"))),
    ...(added === null || !isAdded ? [] : edit("note-new", added.note)),
    ...question.pairs.flatMap((pair, row) =>
      pair.flatMap(({ from, to, text }, side) => {
        const wanted = texts[`pair-${row}-${side}`]?.replace(/\s*[\r\n]+\s*/g, " ").trim() ?? text;
        return wanted === text ? [] : [{ from, to, text: wanted }];
      }),
    ),
    ...edit("explanation", question.explanation),
    ...edit("references", question.references),
  ];
}

function inOrder(edits: readonly FieldEdit[]): readonly FieldEdit[] {
  return [...edits].sort((a, b) => a.from - b.from);
}

/**
 * The same edits with every letter in them that names an option written as in the file. Sentences that nobody touched stay
 * as they are there, unless what was changed around them leaves a letter of theirs unclear.
 */
function withLettersOfFile(
  file: string,
  text: string,
  edits: readonly FieldEdit[],
  letters: LearnerLetters,
): readonly TextEdit[] {
  const { read } = readQuestion(file, applyEdits(text, edits));
  if (read === null) return edits;
  const ids = optionIds(
    contentKind(read.kind)
      .lettered(read)
      .map(({ source }) => source),
  );
  const findings = allFindings(questionLetters(read, ids))
    .filter(isCertain)
    .flatMap((finding) => bracedEdits(finding, letters.inFile));
  const settled = moveInto(edits, findings);
  if (settled === null) return withLettersOfFile(file, text, edits.map(asShown), letters);
  return settled;
}

/** The edits with `findings`, which belong to the text after them; null if a kept sentence has lost a letter. */
function moveInto(edits: readonly FieldEdit[], findings: readonly TextEdit[]): readonly TextEdit[] | null {
  let shift = 0;
  const settled: TextEdit[] = [];
  for (const { kept = [], ...edit } of edits) {
    const start = edit.from + shift;
    shift += edit.text.length - (edit.to - edit.from);
    const within = findings
      .map((each) => ({ ...each, from: each.from - start, to: each.to - start }))
      .filter(({ from, to }) => from >= 0 && to <= edit.text.length);
    const inside = (part: KeptPart) => within.filter(({ from, to }) => from >= part.from && to <= part.to);
    if (kept.some((part) => inside(part).length < part.letters)) return null;
    const stays = new Set(kept.flatMap(inside));
    settled.push({
      ...edit,
      text: applyEdits(
        edit.text,
        within.filter((each) => !stays.has(each)),
      ),
    });
  }
  return settled;
}

/** The edit with all of its sentences as on the learner's screen. */
function asShown({ kept = [], from, to, text }: FieldEdit): FieldEdit {
  const shown = kept.map((part) => ({ from: part.from, to: part.to, text: part.shown }));
  return { from, to, text: applyEdits(text, shown) };
}

function newProblems(file: string, before: string, after: string): readonly Problem[] {
  const original = check(file, before, null);
  const known = new Set(original.problems.map(({ rule, message }) => `${rule} ${message}`));
  const images = new Set(original.question?.assets);
  return check(file, after, images).problems.filter(({ rule, message }) => !known.has(`${rule} ${message}`));
}

/** Domains and cases stay as they are, and a suggestion brings no images: it may only show those in the file. */
function check(file: string, text: string, images: ReadonlySet<string> | null) {
  const caseName = readQuestion(file, text).read?.front.case;
  const cases: ExamContext["cases"] = new Map(caseName === undefined ? [] : [[caseName, { title: "", html: "" }]]);
  const exam = { slug: file.split("/")[0] ?? "", domains: null, cases };
  return parseQuestion({
    file,
    text,
    exam,
    imageUrl: (path) => (images?.has(path) === false ? null : `/media/${path}`),
  });
}
