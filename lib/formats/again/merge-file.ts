import type { TextEdit } from "#lib/content/mend/text-edit";
import { noExplanation } from "../shared/finish-import.ts";
import { bodyNames, type Pieces, piecesOf } from "./pieces.ts";

/** What an import does to a file that it wrote before. Parts are named as people name them. */
export interface Merged {
  /** Of the text as `decodeSource` gives it. */
  readonly edits: readonly TextEdit[];
  /** Parts that the source has changed, and nobody here. */
  readonly updated: readonly string[];
  /** Parts that differ from the source because of a change by hand. */
  readonly kept: readonly string[];
  /** Parts that the source has changed as well: the file keeps its own, unless it is overwritten. */
  readonly conflicts: readonly string[];
}

/** What belongs together: a key changed here and options changed there would make a question that nobody wrote. */
const answerKeys = ["kind", "select", "shuffle", "answer", "tolerance", "unit"];
const answerPart = [...answerKeys.map((key) => `front ${key}`), "answer"];
/** Reported once, when a question comes in, and the author's own afterwards. */
const ownKeys = ["id", "origin", "checked", "dispute"].map((key) => `front ${key}`);

/**
 * Brings what the source changed between `before` and `now` into the file `here`, part by part: a part that was changed
 * by hand stays. Without `before` every difference is one of which nobody knows who made it. Null where a text is not a question.
 */
export function mergeFile(before: string | null, here: string, now: string, overwrite: boolean): Merged | null {
  const pieces = { before: before === null ? null : piecesOf(before), here: piecesOf(here), now: piecesOf(now) };
  if (pieces.here === null || pieces.now === null || (before !== null && pieces.before === null)) return null;
  const reported = { updated: [] as string[], kept: [] as string[], conflicts: [] as string[] };
  const edits: TextEdit[] = [];
  const tied = lettersTie({ before: pieces.before, here: pieces.here, now: pieces.now });
  for (const { title, names } of partsOf([pieces.here, pieces.now])) {
    const [was, is, wanted] = [pieces.before, pieces.here, pieces.now].map((all) => textOf(all, names));
    if (is === wanted || saysNothing(wanted ?? "", pieces.before === null)) continue;
    if (was === wanted && pieces.before !== null) reported.kept.push(title);
    else if (overwrite || (pieces.before !== null && was === is && !tied.has(title))) {
      reported.updated.push(title);
      edits.push(...names.flatMap((name) => editsOf(here, pieces.here as Pieces, pieces.now as Pieces, name)));
    } else reported.conflicts.push(title);
  }
  return { edits, ...reported };
}

interface Part {
  readonly title: string;
  readonly names: readonly string[];
}

function partsOf(all: readonly Pieces[]): readonly Part[] {
  const keys = new Set(all.flatMap(({ byName }) => [...byName.keys()]));
  const front = [...keys].filter((name) => name.startsWith("front ") && ![...answerPart, ...ownKeys].includes(name));
  return [
    ...front.map((name) => ({ title: name.replace("front ", ""), names: [name] })),
    ...bodyNames.map((name) =>
      name === "answer" ? { title: "options and key", names: answerPart } : { title: name, names: [name] },
    ),
  ];
}

function textOf(pieces: Pieces | null, names: readonly string[]): string {
  return names.map((name) => pieces?.byName.get(name)?.text.trim() ?? "").join("\n");
}

/** Where it is not known what was imported, nothing in the source is not a wish to take something away. */
function saysNothing(wanted: string, isFirst: boolean): boolean {
  return isFirst && (wanted.trim() === "" || wanted === `## Explanation\n\n${noExplanation}`);
}

/** `{B}` of an explanation names an option by its place: of both parts only one may be the author's. */
function lettersTie({ before, here, now }: Record<"before" | "here" | "now", Pieces | null>): ReadonlySet<string> {
  const isChanged = (from: Pieces | null, to: Pieces | null, names: readonly string[]) =>
    textOf(from, names) !== textOf(to, names);
  const hasLetters = (pieces: Pieces | null) => /\{[A-Z]/.test(textOf(pieces, ["explanation"]));
  const byHand = isChanged(before, here, ["explanation"]) && hasLetters(here) && isChanged(before, now, answerPart);
  const bySource = isChanged(before, now, ["explanation"]) && hasLetters(now) && isChanged(before, here, answerPart);
  return new Set([...(byHand ? ["options and key"] : []), ...(bySource ? ["explanation"] : [])]);
}

function editsOf(text: string, here: Pieces, now: Pieces, name: string): readonly TextEdit[] {
  const old = here.byName.get(name);
  const wanted = now.byName.get(name)?.text;
  if (old?.text === wanted) return [];
  const isFront = name.startsWith("front ");
  if (old !== undefined)
    return wanted === undefined ? [withoutPiece(text, old, isFront)] : [{ from: old.from, to: old.to, text: wanted }];
  if (isFront) return [{ from: here.frontEnd, to: here.frontEnd, text: `${wanted}\n` }];
  const at = bodyNames
    .slice(0, bodyNames.indexOf(name as "stem"))
    .flatMap((each) => here.byName.get(each)?.to ?? [])
    .at(-1);
  return [{ from: at ?? text.length, to: at ?? text.length, text: `\n\n${wanted}` }];
}

/** A line of the front matter goes with its line end, a part of the body with the empty lines before it. */
function withoutPiece(text: string, { from, to }: { from: number; to: number }, isFront: boolean): TextEdit {
  if (isFront) return { from, to: Math.min(text.length, to + 1), text: "" };
  return { from: text.slice(0, from).trimEnd().length, to, text: "" };
}
