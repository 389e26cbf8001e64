import { readValue } from "../form-fields.ts";
import { type Answering, type Judging, noDetails } from "./kind.ts";

/** Any of the accepted texts is right. */
export const textAnswering: Answering<"text"> = {
  read: (form) => {
    const value = readValue(form);
    return value === null ? null : { kind: "text", value };
  },
  given: ({ value }) => Number(value.trim() !== ""),
};

export const textJudging: Judging<"text"> = {
  parts: () => 1,
  fits: () => true,
  notReady: (_, { value }) => (value.trim() === "" ? "nothing-chosen" : null),
  isRight: ({ accepted }, { value }) => {
    const given = readings(value);
    return accepted.flatMap(readings).some((reading) => given.includes(reading));
  },
  partialPoints: () => 0,
  order: () => [],
  details: () => noDetails,
  chanceOfGuess: () => 0,
  choices: () => null,
  chosen: () => [],
  rightOptions: () => [],
  shortKey: ({ accepted }) => ({ answers: [accepted[0] ?? ""] }),
  canonical: ({ accepted }) => ({ accepted: [...accepted].sort() }),
};

/**
 * What a text may have been meant to say. Case and surrounding or repeated space do not count, nor which form of a quotation
 * mark or dash it is: a phone's keyboard writes `it’s`, `“yes”` and, for two hyphens, one long dash.
 */
function readings(text: string): readonly string[] {
  const folded = text
    .normalize("NFKC")
    .trim()
    .replace(/\s+/g, " ")
    .toLowerCase()
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u2033]/g, '"')
    .replace(/[\u2010-\u2012\u2212]/g, "-");
  return ["-", "--"].map((dash) => folded.replace(/[\u2013-\u2015]/g, dash));
}
