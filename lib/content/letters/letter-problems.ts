import type { Problem } from "../problem.ts";
import type { ReadQuestion } from "../read/read-question.ts";
import { type StructuralRuleId, structuralProblem } from "../rules/structural-rules.ts";
import type { LetterFinding, OptionReferences } from "./option-references.ts";
import { hasChoice, type QuestionLetters } from "./question-letters.ts";

interface Wording {
  readonly rule: StructuralRuleId;
  readonly message: string;
  readonly fix: string;
}

const explained = "so the explanation begins with a list of the letters as the file has them";
const kept = "so every learner sees the options in the order of the file";

/** What an author should know of the letters in a question with `count` options; references that are understood are the business of a rule. */
export function letterProblems(read: ReadQuestion, letters: QuestionLetters, count: number): readonly Problem[] {
  const { stem, options, explanation, notes } = letters;
  const tell = (problem: (finding: LetterFinding) => Wording | null) => (finding: LetterFinding) => {
    const reported = problem(finding);
    return reported ? [structuralProblem(read.file, reported.rule, finding.place, reported.message, reported.fix)] : [];
  };
  const all = (texts: readonly OptionReferences[]) => texts.flatMap(({ findings }) => withoutRepeats(findings));
  return [
    ...withoutRepeats(stem.findings).flatMap(tell((finding) => unknownLetter(finding, count) ?? inStem(finding, read))),
    ...all(options).flatMap(tell((finding) => unknownLetter(finding, count) ?? inOption(finding, read))),
    ...(read.front.shuffle === false ? [] : letters.ofAbove.map((index) => ofAbove(read, index))),
    ...all([explanation, ...notes]).flatMap(tell((finding) => unknownLetter(finding, count) ?? unclear(finding, read))),
  ];
}

function ofAbove(read: ReadQuestion, index: number): Problem {
  const option = read.options[index];
  return structuralProblem(
    read.file,
    "letter-in-option",
    option?.node.position?.start ?? { line: 1, column: 1 },
    `the option speaks of those above it ("${option?.text.slice(0, 60)}"), ${kept}`,
    "say in words what it means, or set shuffle: false",
  );
}

/** Of the letters that are not certain each once in a text. */
function withoutRepeats(findings: readonly LetterFinding[]): readonly LetterFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ match }) => {
    if (match.by !== "unclear") return true;
    const letters = match.letters.map(({ letter }) => letter).join("");
    if (seen.has(letters)) return false;
    seen.add(letters);
    return true;
  });
}

function unknownLetter({ match, known, written }: LetterFinding, count: number): Wording | null {
  if (known || match.by === "unclear") return null;
  const last =
    count > 0 ? `the last option is {${String.fromCharCode(64 + Math.min(count, 26))}}` : "the question has no options";
  return {
    // Prose may speak of the options of something else.
    rule: match.by === "braces" ? "unknown-letter" : "letter-unclear",
    message: `"${written}" names an option that does not exist`,
    fix: `${last}; write \\ before the letter if it does not name an option`,
  };
}

function unclear({ match, written, wanted }: LetterFinding, read: ReadQuestion): Wording | null {
  if (match.by !== "unclear" || read.front.shuffle === false) return null;
  const isLetter = /^[([]?[A-Za-z][)\]]?$/.test(written);
  const fix = isLetter
    ? `write ${wanted} if it names an option, or \\${match.letters[0]?.letter} if it does not`
    : /[A-Z]/.test(written) && match.letters.length > 1
      ? `write ${wanted} if they name options, or \\ before each letter if they do not`
      : "name the option by its letter in braces, such as {A}, or say it in other words";
  return {
    rule: "letter-unclear",
    message: `it is unclear whether "${written}" names an option, ${hasChoice(read) ? kept : explained}`,
    fix,
  };
}

function inStem(finding: LetterFinding, read: ReadQuestion): Wording | null {
  const { match, written } = finding;
  if (read.front.shuffle === false) return null;
  if (!hasChoice(read)) {
    if (match.by === "unclear" || !match.isKeyed) return null;
    return {
      rule: match.by === "braces" ? "letter-always-shuffled" : "letter-in-stem",
      message: `the question names entries by letter ("${written}"), but learners see them in a different order`,
      fix: "say in words what is meant; write \\ before a letter that does not name an entry",
    };
  }
  if (match.by === "unclear") return unclear(finding, read);
  return {
    rule: "letter-in-stem",
    message: `the question names options by letter ("${written}"), ${kept}`,
    fix: `say in words what is meant, or set shuffle: false; write \\ before a letter that does not name an option`,
  };
}

function inOption({ match, written }: LetterFinding, read: ReadQuestion): Wording | null {
  if (match.by === "unclear" || read.front.shuffle === false) return null;
  return {
    rule: "letter-in-option",
    message: `the option names other options by letter ("${written}"), ${kept}`,
    fix: "say in words what it means, or set shuffle: false; write \\ before letters that do not name options",
  };
}
