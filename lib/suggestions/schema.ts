import { z } from "zod";
import { cannotKeep, withoutNul } from "#lib/db/keepable";

/** What can be wrong with the texts of the forms here. */
export const textProblems = ["too-long", cannotKeep] as const;
/** Names a problem, instead of a message. */
const says = (problem: (typeof textProblems)[number]) => problem;

const id = z.string().min(1).max(64).regex(withoutNul);
/** A browser sends two characters for a line break. */
const lines = z.string().transform((text) => text.replaceAll("\r\n", "\n"));

/** In characters, over all fields of the form. */
export const longestSuggestion = 40_000;
const mostLines = 1_500;
export const longestComment = 1_000;

const fieldName =
  /^(?:stem|text|explanation|references|(?:option|note)-(?:\d{1,2}|new)|pair-\d{1,2}-[01]|front-[a-z]{1,20})$/;

/** The fields of a question's form. `base`: Git's hash of the state of the file that it was made from. */
export const suggestionForm = z.object({
  exam: z.string().min(1).max(100).regex(withoutNul),
  question: z.string().min(1).max(200).regex(withoutNul),
  base: z.string().regex(/^[0-9a-f]{40}$/),
  texts: z
    .record(z.string().regex(fieldName), lines.pipe(z.string().regex(withoutNul, says(cannotKeep))))
    .refine((texts) => sizeOf(texts, ({ length }) => length) <= longestSuggestion, says("too-long"))
    .refine((texts) => sizeOf(texts, (text) => text.split(/[\r\n]/).length) <= mostLines, says("too-long")),
  correct: z.array(z.string().regex(/^(?:\d{1,2}|new)$/)).max(30),
  removed: z.array(z.string().regex(/^\d{1,2}$/)).max(30),
});

export const commentText = lines.pipe(
  z.string().trim().min(1).max(longestComment, says("too-long")).regex(withoutNul, says(cannotKeep)),
);

export const decisionForm = z.object({
  suggestion: id,
  act: z.enum(["accept", "decline"]),
  answer: lines.pipe(z.string().trim().max(longestComment, says("too-long")).regex(withoutNul, says(cannotKeep))),
});

function sizeOf(texts: Readonly<Record<string, string>>, size: (text: string) => number): number {
  return Object.values(texts).reduce((sum, text) => sum + size(text), 0);
}
