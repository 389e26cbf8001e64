import { countedOptions } from "../letters/counted-options.ts";
import { flattenText, segmentAt } from "../letters/flatten-text.ts";
import { speaksOfOptions } from "../letters/letter-patterns.ts";
import { sourceOffset } from "../letters/source-offset.ts";
import { placeAt } from "../read/source.ts";
import { explained } from "./explained.ts";
import type { QuestionRule } from "./rule.ts";

export const countedOption: QuestionRule = {
  id: "counted-option",
  severity: "warning",
  description: "An option is named by its place or number, but every learner sees another order.",
  examples: {
    bad: [
      "The first option is a metric.",
      "The last two options are none.",
      "Option 2 is an optimizer.",
      "Options 2 and 3 are none.",
      "The choice above is none.",
    ].map(explained),
    good: [
      explained("{A} is a metric, and the other options are none."),
      explained("The first metric was BLEU, and the answer 42 is none of them."),
      explained("The first option is a metric.").replace("domain: d", "domain: d\nshuffle: false"),
    ],
  },
  check: ({ read }) => {
    if (read.front.shuffle === false || (read.kind !== "single" && read.kind !== "multiple")) return [];
    const shown = [...(read.parts.explanation?.content ?? []), ...read.options.flatMap(({ note }) => note)];
    const flats = flattenText(shown).filter(({ text }) => speaksOfOptions(text));
    return flats.flatMap((flat) =>
      [...flat.text.matchAll(countedOptions)].map(({ 0: words, index: at }) => {
        const segment = segmentAt(flat, at);
        const offset = segment ? sourceOffset(segment.node, at - segment.start, read.source) : null;
        return {
          at: offset === null ? segment?.node : placeAt(read.source, offset),
          message: `"${words}" finds an option by its place, but every learner sees another order`,
          fix: "name it by its letter in braces, such as {A}",
        };
      }),
    );
  },
};
