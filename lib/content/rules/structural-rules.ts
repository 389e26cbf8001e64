import type { Meant, Place, Problem, Severity } from "../problem.ts";

interface StructuralRule {
  readonly severity: Severity;
  readonly description: string;
}

const error = (description: string): StructuralRule => ({ severity: "error", description });
const warning = (description: string): StructuralRule => ({ severity: "warning", description });

/** What must hold for a file to be a question, a case or an exam at all. The flaws of well-formed questions are in rules/. */
export const structuralRules = {
  "not-read": error(
    "Files and folders in the content folder can be read, and images have at most 8 MiB; symbolic links are not followed.",
  ),
  "file-too-large": error("A content file has at most 256 KiB."),
  "not-utf8": error("Files are UTF-8; a byte order mark and Windows line ends are accepted."),
  "nul-character": error("A text has no NUL character."),
  "too-deep": error("Lists, quotes and emphasis are nested at most 40 levels deep."),
  "too-tangled": error("No paragraph has thousands of entities or underscores."),
  "bad-name": error(
    "Folders of exams, questions and cases are named in lower-case letters, digits and hyphens; texts end in .md.",
  ),
  "no-exam": error("A folder with questions has an exam.md."),
  "no-front-matter": error("A file begins with front matter between two lines of three hyphens."),
  "bad-yaml": error("Front matter is a YAML mapping."),
  "yaml-alias": error("Front matter uses no YAML anchors or aliases."),
  "yaml-too-deep": error("Front matter is nested at most 32 levels deep and has at most 16 KiB."),
  "duplicate-key": error("Each key of the front matter is written once."),
  "unknown-key": error("Front matter has only keys of the format."),
  "missing-key": error("Front matter has every key that the format requires."),
  "bad-value": error("A value of the front matter has the type that its key expects."),
  "domain-weights": error("The weights of an exam's domains add up to 100."),
  "duplicate-domain": error("A domain's id is written once."),
  "unknown-domain": error("A question's domain is listed in its exam.md."),
  "duplicate-id": error("A question's id is unique within its exam."),
  "missing-case": error("The case that a question names is a file in the exam's cases folder."),
  "no-scenario": error("A case has a scenario under its front matter."),
  "no-stem": error("A question asks something before its options."),
  "wrong-kind": error("The stated kind fits the content."),
  "no-options": error("A choice question has a task list of options."),
  "too-few-options": error(
    "A choice or a blank has at least two options, an ordering two steps, a matching two pairs.",
  ),
  "too-many-options": error("A question has at most 26 options, one for each letter."),
  "no-key": error("At least one option is marked [x]."),
  "several-keys": error("A question of kind single has one option marked [x]."),
  "empty-option": error("An option, step or pair has text."),
  "malformed-checkbox": error("A checkbox is written [ ] or [x]."),
  "option-without-box": error("Every entry in the list of options has a checkbox."),
  "nested-option": error("No option is nested under another."),
  "split-options": error("All options are in one list."),
  "duplicate-option": error("No two options have the same text."),
  "bad-select": error("select is the number of options to choose, from one to their count."),
  "bad-blank": error("A blank of a text is written [[right option | wrong option]], in plain text."),
  "bad-table": error(
    "A matching question has a table with two columns; only a match that belongs to nothing stands beside an empty cell.",
  ),
  "no-answer": error("A numeric or text question states its answer."),
  "stray-text": error("All text belongs to the stem, an option, the explanation or the references."),
  "unknown-section": error("The sections of a question are ## Explanation and ## References."),
  "duplicate-section": error("A section is written once."),
  "no-explanation": error("A question has an explanation: without one it teaches nothing."),
  "bad-reference": error("References are a list with one link in each entry."),
  "unknown-letter": error("A letter in braces names an option that exists."),
  "letter-unclear": warning(
    "It is clear whether a letter names an option; otherwise the options keep the order of the file for every learner, or the explanation lists the letters.",
  ),
  "letter-always-shuffled": error(
    "The stem of an ordering or a matching, whose entries are always shuffled, does not name entries in braces.",
  ),
  "option-label": error("An option has no letter or number of its own: every learner sees different ones."),
  "letter-in-option": warning(
    "An option names no other option by its letter or its place; otherwise the options keep the order of the file for every learner.",
  ),
  "letter-in-stem": warning(
    "A stem names no option by its letter; otherwise the options keep the order of the file for every learner.",
  ),
  "missing-alt": error("An image has alternative text."),
  "missing-image": error("An image is a file beside the question."),
  "image-outside": error("An image's path stays within the content folder."),
  "remote-image": error("An image is not fetched from another server."),
  "image-type": error("An image is a PNG, JPEG, GIF, WebP, AVIF or SVG file."),
  "bad-link": error("A link leads to a full http, https or mailto address."),
  "bad-math": error("A formula is LaTeX that can be rendered."),
  "slow-code": warning("A block of code is one that the highlighter can read within a second."),
  "unclosed-block": error("A block of code or a comment is closed before the options and sections after it."),
  "merge-conflict": error("No conflict markers are left from an unfinished merge."),
  "step-numbers": error("The step numbers of an ordering increase, or are all the same."),
  "broken-link": warning("A link or an image is written so that Markdown reads it as one."),
  "inline-block": warning("A block of code begins on a line of its own."),
  "checked-day": warning("The references were last checked within the past year, and not on a future date."),
  "unused-case": warning("A case is used by at least one question."),
  "section-minutes": warning("The minutes of an exam are the sum of the minutes of its sections."),
  "few-questions": warning("An exam has at least as many questions as it draws."),
} satisfies Readonly<Record<string, StructuralRule>>;

export type StructuralRuleId = keyof typeof structuralRules;

/** Tells of a problem at a place of the file that is looked at. */
export type Tell = (rule: StructuralRuleId, place: Place, message: string, fix: string, meant?: Meant) => void;

export function structuralProblem(
  file: string,
  rule: StructuralRuleId,
  place: Place,
  message: string,
  fix: string,
  meant?: Meant,
): Problem {
  return {
    rule,
    severity: structuralRules[rule].severity,
    file,
    place: { line: place.line, column: place.column },
    message,
    fix,
    ...(meant === undefined ? {} : { meant }),
  };
}

/** The name that a slip of the pen was for, where there is one. */
export function nameMeant(name: string | null): Meant | undefined {
  return name ? { as: "text", text: name } : undefined;
}
