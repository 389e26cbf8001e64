import { positionOfLetter } from "#lib/exam/letters";
import { secretFindings } from "../letters/question-letters.ts";
import type { QuestionRule } from "./rule.ts";

const file = (explanation: string, stem = "Which is a metric?"): string => `---
domain: d
---
${stem}

- [x] BLEU
- [ ] Adam
- [ ] Dropout

## Explanation

${explanation}
`;

export const explanationContradictsKey: QuestionRule = {
  id: "explanation-contradicts-key",
  severity: "warning",
  description: "The explanation calls the key incorrect, or another option correct.",
  examples: {
    bad: [
      file("{A} is incorrect, because it compares texts."),
      file("{B} is correct."),
      file("The correct answer is C."),
      file("The right answer is C."),
      file("The answer is C."),
      file("{A} and {B} are not right."),
    ],
    good: [
      file("{A} is correct. {B} and {C} are incorrect."),
      file("{B} is not correct."),
      file("{B} is right about training, but no metric."),
      file("The correct answer is {A}."),
      file("One may think the answer is {B}."),
      file("{B} is correct as a statement.", "Which of these is **not** an optimizer?"),
    ],
  },
  check: ({ letters, read, stemText }) => {
    const findings = secretFindings(letters);
    if (findings.length === 0 || (read.kind !== "single" && read.kind !== "multiple")) return [];
    // "Which is not …?": a correct statement is then a wrong answer.
    if (/\b(?:not|except|least|incorrect|false|never|cannot)\b|n['’]t\b/i.test(stemText)) return [];
    return findings.flatMap((finding) => {
      const { match, known } = finding;
      const options = match.letters.map(({ letter }) => read.options[positionOfLetter(letter)]);
      const wrong =
        match.verdict !== null && known && options.some((option) => option?.correct !== (match.verdict === "right"));
      if (!wrong) return [];
      const marked = match.verdict === "right" ? "is not marked [x]" : "is marked [x]";
      return [
        {
          at: finding.place,
          message: `the text calls ${finding.wanted} ${match.verdict}, but ${match.letters.length > 1 ? "one of them" : "it"} ${marked}`,
          fix: "correct the key or the explanation",
        },
      ];
    });
  },
};
