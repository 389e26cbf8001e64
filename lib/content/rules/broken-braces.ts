import { flattenText, segmentAt } from "../letters/flatten-text.ts";
import { sourceOffset } from "../letters/source-offset.ts";
import { placeAt } from "../read/source.ts";
import { explained } from "./explained.ts";
import type { QuestionRule } from "./rule.ts";

const slip = /\{\{\s*([a-z])\s*\}\}|\{\s*([a-z]|[1-9])\s+\}|\{\s+([a-z]|[1-9])\s*\}|\{([a-z]|[1-9])\}/gi;

/** A quick look: nearly no file has any. */
const mayHold = /\{(?:\s|\{|[a-z1-9]\}|[A-Z]\s)/;

export const brokenBraces: QuestionRule = {
  id: "broken-braces",
  severity: "warning",
  description: "A letter in braces is written {A}: anything else that looks like it is printed as is.",
  examples: {
    bad: ["{a} is a metric.", "{ A } is a metric.", "{{A}} is a metric.", "{1} is a metric."].map(explained),
    good: [
      "{A} is a metric.",
      "{B, C} are none.",
      "`{a}` is a set.",
      "The set {x} and the page {9} are none.",
      "$\\{a\\}$ is a set.",
    ].map(explained),
  },
  check: ({ read }) => {
    if (read.kind !== "single" && read.kind !== "multiple") return [];
    if (!mayHold.test(read.source)) return [];
    const shown = [...(read.parts.explanation?.content ?? []), ...read.options.flatMap(({ note }) => note)];
    return flattenText(shown).flatMap((flat) =>
      [...flat.text.matchAll(slip)].flatMap((match) => {
        const [written, ...marks] = match;
        const mark = marks.find((each) => each !== undefined) ?? "";
        const place = /\d/.test(mark) ? Number(mark) : mark.toUpperCase().charCodeAt(0) - 64;
        if (place > read.options.length || (written === `{${mark.toUpperCase()}}` && !/\d/.test(mark))) return [];
        const segment = segmentAt(flat, match.index);
        const offset = segment ? sourceOffset(segment.node, match.index - segment.start, read.source) : null;
        return [
          {
            at: offset === null ? segment?.node : placeAt(read.source, offset),
            message: `"${written}" is printed as is`,
            fix: `write {${String.fromCharCode(64 + place)}} if it names an option, and \`${written}\` as code if it does not`,
          },
        ];
      }),
    );
  },
};
