import { explained } from "./explained.ts";
import type { QuestionRule } from "./rule.ts";

export const bareLetter: QuestionRule = {
  id: "bare-letter",
  severity: "warning",
  description: "A sentence begins with a letter that may name an option, and is left as it is.",
  examples: {
    bad: ["BLEU is one. B describes an optimizer."].map(explained),
    good: ["{B} describes an optimizer.", "A metric compares texts.", "`C` is a language."].map(explained),
  },
  check: ({ letters }) =>
    letters.inSecret
      .filter(({ match, known }) => match.by === "hint" && known)
      .map(({ place, written, wanted }) => ({
        at: place,
        message: `"${written}" may name an option, but is printed as it is to every learner`,
        fix: `write ${wanted} if it names an option, and \`${written}\` as code if it does not`,
      })),
};
