import { readValue } from "../form-fields.ts";
import { type Answering, type Judging, noDetails } from "./kind.ts";

/** Any of the accepted texts is right. */
export const textAnswering: Answering<"text"> = {
  read: (form) => {
    const value = readValue(form);
    return value === null ? null : { kind: "text", value };
  },
  parts: () => 1,
  given: ({ value }) => Number(value.trim() !== ""),
  isIncomplete: () => false,
};

export const textJudging: Judging<"text"> = {
  fits: () => true,
  notReady: (_, { value }) => (value.trim() === "" ? "nothing-chosen" : null),
  isRight: ({ accepted }, { value }) => accepted.some((text) => fold(text) === fold(value)),
  partialPoints: () => 0,
  order: () => [],
  details: () => noDetails,
  choices: () => null,
  chosen: () => [],
  rightOptions: () => [],
  canonical: ({ accepted }) => ({ accepted: [...accepted].sort() }),
};

/** Case and surrounding or repeated space do not count. */
function fold(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
