import { letterAt } from "#lib/exam/letters";
import type { ParsedQuestion } from "../parsed-question.ts";
import type { ExamRule } from "./rule.ts";

/** With fewer questions an uneven spread says nothing. */
const fewest = 20;
/** Critical values of the chi-square distribution at 0.001, by degrees of freedom from 1 (NIST e-Handbook 1.3.6.7.4). */
const critical = [10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322];

const file = (id: number, position: number): string => `---
domain: d
id: q${id}
---
What is number ${id}?

${[0, 1, 2, 3].map((option) => `- [${option === position ? "x" : " "}] Thing ${option} of ${id}`).join("\n")}

## Explanation

So it is.
`;

const bank = (position: (id: number) => number): string[] =>
  Array.from({ length: 24 }, (_, id) => file(id, position(id)));

export const keyPositionBalance: ExamRule = {
  id: "key-position-balance",
  severity: "warning",
  description: "The keys of an exam are in some positions far more often than chance would put them.",
  examples: { bad: [bank(() => 1)], good: [bank((id) => id % 4), bank((id) => id % 4).slice(0, 4)] },
  check: (questions) => [2, 3, 4, 5, 6, 7, 8].flatMap((size) => unbalanced(questions, size)),
};

type Remarks = ReturnType<ExamRule["check"]>;

/** Looks at the single-choice questions with `size` options. */
function unbalanced(questions: readonly ParsedQuestion[], size: number): Remarks {
  const alike = questions.filter(
    ({ question: { public: open } }) => open.kind === "single" && open.options.length === size,
  );
  if (alike.length < fewest) return [];
  const counts = Array.from({ length: size }, () => 0);
  for (const question of alike) counts[keyPosition(question)] = (counts[keyPosition(question)] ?? 0) + 1;
  const expected = alike.length / size;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const [first] = alike;
  if (!first || statistic <= (critical[size - 2] ?? Number.POSITIVE_INFINITY)) return [];
  const spread = counts.map((count, index) => `${letterAt(index)} ${count}`).join(", ");
  return [
    {
      file: first.file,
      at: first.places.options,
      message: `in the ${alike.length} questions of this exam with ${size} options the keys are at ${spread}`,
      fix: "move keys to other positions (a learner sees the options shuffled, but other readers of the files do not)",
    },
  ];
}

function keyPosition({ question: { public: open, secret } }: ParsedQuestion): number {
  if (open.kind !== "single" || secret.key.kind !== "single") return -1;
  const { optionId } = secret.key;
  return open.options.findIndex((option) => option.id === optionId);
}
