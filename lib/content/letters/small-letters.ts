import type { Range } from "./letter-match.ts";
import { calledRight } from "./letter-verbs.ts";

const verbs =
  "is|was|are|has|had|does|would|could|can|cannot|will|also|only|fails|works|gives|returns|means|describes|removes|adds|needs|uses|isn['’]t|doesn['’]t";
const subject = new RegExp(String.raw`\b[a-h](?=\s(?:${verbs})\b)`, "g");
const clauseStart = /(?:^|[.!?;]\s+|\n|,\s+(?:(?:and|but|while|whereas)\s+)?)$/;
const judgedFirst = new RegExp(String.raw`^[a-h]\s+(?:${calledRight})`, "u");

/**
 * Small letters without a bracket that begin clauses: "b is slow; c also needs a key". One may be a quantity; two and more,
 * of which one begins the text, are options for all that can be said.
 */
export function smallSubjects(text: string): readonly Range[] {
  const found = [...text.matchAll(subject)]
    .map(({ index: start }) => ({ start, end: start + 1 }))
    .filter(({ start }) => start === 0 || clauseStart.test(text.slice(Math.max(1, start - 12), start)));
  const letters = new Set(found.map(({ start }) => text.charAt(start)).filter((letter) => letter !== "a"));
  return (letters.size > 1 && found[0]?.start === 0) || judgedFirst.test(text) ? found : [];
}
