import type { Problem } from "../problem.ts";
import { structuralProblem } from "../rules/structural-rules.ts";
import type { LetterFinding } from "./option-references.ts";

/**
 * The errors among the letters found in a text: of the stem or an option, or of what is shown after the answer
 * ("secret"). Warnings are the business of the rules.
 */
export function letterProblems(
  file: string,
  where: "stem" | "option" | "secret",
  findings: readonly LetterFinding[],
  optionCount: number,
  fixedOrder: boolean,
): readonly Problem[] {
  return findings.flatMap((finding) => {
    const problem = where === "secret" ? secretProblem(finding, optionCount) : openProblem(where, finding, fixedOrder);
    return problem ? [structuralProblem(file, problem.rule, finding.place, problem.message, problem.fix)] : [];
  });
}

interface Told {
  readonly rule: "unknown-letter" | "letter-unclear" | "letter-in-option" | "letter-in-stem";
  readonly message: string;
  readonly fix: string;
}

function secretProblem({ match, written, wanted, known }: LetterFinding, optionCount: number): Told | null {
  if (match.by === "hint") return null;
  if (match.by === "doubt") {
    if (!known) return null;
    return {
      rule: "letter-unclear",
      message: `it is not certain that "${written}" names options`,
      fix: `write ${wanted} if it does, and \`${match.letters[0]?.letter}\` as code or $${match.letters[0]?.letter}$ if it does not`,
    };
  }
  if (known) return null;
  const last =
    optionCount > 0
      ? `the last option is {${String.fromCharCode(64 + Math.min(optionCount, 26))}}`
      : "the question has no options";
  return {
    rule: "unknown-letter",
    message: `"${written}" names an option that does not exist`,
    fix: `${last}; write the letter as code if it names none`,
  };
}

function openProblem(
  where: "stem" | "option",
  { match, written, known }: LetterFinding,
  fixedOrder: boolean,
): Told | null {
  if (match.by === "doubt" || match.by === "hint") return null;
  if (fixedOrder)
    return known
      ? null
      : {
          rule: "unknown-letter",
          message: `"${written}" names an option that does not exist`,
          fix: "mend the letter, or write it as code",
        };
  if (where === "option") {
    if (!known) return null;
    return {
      rule: "letter-in-option",
      message: `the option names others by letter ("${written}"), but letters change when options are shuffled`,
      fix: "say in words what it means, or state shuffle: false; put letters that name no options in quotation marks",
    };
  }
  if (match.by === "prose") return null;
  return {
    rule: "letter-in-stem",
    message: `the question names options by letter ("${written}"), which are not shown yet`,
    fix: "say in words what is meant, or state shuffle: false",
  };
}
