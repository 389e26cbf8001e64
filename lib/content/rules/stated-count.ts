import { statedCount } from "../read/stated-count.ts";
import type { QuestionRule } from "./rule.ts";

const asked = (stem: string, keys: number, front = ""): string => `---
domain: d
${front}---
${stem}

${["BLEU", "ROUGE", "METEOR", "Adam"].map((option, index) => `- [${index < keys ? "x" : " "}] ${option}`).join("\n")}

## Explanation

The others are none.
`;

export const statedCountRule: QuestionRule = {
  id: "stated-count",
  severity: "warning",
  description:
    "The number of options that the question says to choose is the number that learners are asked to choose.",
  examples: {
    bad: [
      asked("Which are metrics? Choose two.", 1),
      asked("Which are metrics? (Select THREE)", 2),
      asked("Which is a metric? Choose one.", 3),
      asked("Was sind Metriken? Wählen Sie zwei Antworten.", 3),
    ],
    good: [
      asked("Which are metrics? Choose two.", 2),
      asked("Which are metrics? Choose three.", 2, "select: 3\n"),
      asked("Which two numbers do you choose three times?", 3),
      asked("Choose 2.5 as the rate. Which are metrics?", 3),
    ],
  },
  check: ({ read, stemText, keys }) => {
    if (read.kind !== "single" && read.kind !== "multiple") return [];
    const stated = statedCount(stemText);
    const shown = read.front.select ?? keys.length;
    if (stated === null || stated === shown || keys.length === 0) return [];
    return [
      {
        at: read.parts.stem.at(-1),
        message: `the question says to choose ${stated}, but learners are asked to choose ${shown}`,
        fix: `mark ${stated} with [x], or correct the question`,
      },
    ];
  },
};
