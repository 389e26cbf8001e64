import { positionOfLetter } from "#lib/exam/letters";
import type { OptionReference } from "#lib/exam/question";
import { type FlatText, type Segment, segmentAt } from "./flatten-text.ts";
import type { LetterMatch, Range } from "./letter-match.ts";

/** A range of a text that names options, and what it means. */
export interface Spot extends Range {
  readonly match: LetterMatch;
  /** Printed before the letters: "The first option" becomes "Option A". */
  readonly lead: string;
  readonly reference: OptionReference;
  readonly written: string;
  /** The whole text, of which `start` and `end` speak. */
  readonly text: string;
}

/** One reference for the whole list where it can be sorted for the reader, otherwise one for each letter. */
export function spotsOf(
  flat: FlatText,
  match: LetterMatch,
  optionIds: readonly string[],
  join: OptionReference["join"],
): readonly Spot[] {
  const ids = match.letters.map(({ letter }) => optionIds[positionOfLetter(letter)]);
  if (ids.some((id) => id === undefined)) return [];
  const spot = ({ start, end }: Range, lead: string, named: readonly (string | undefined)[]): Spot => {
    const reference = { optionIds: [...new Set(named as string[])], join };
    return { match, lead, start, end, reference, written: flat.text.slice(start, end), text: flat.text };
  };
  const whole = segmentAt(flat, match.start) === segmentAt(flat, match.end - 1);
  const apart = match.letters.every(
    (letter, index) => index === 0 || letter.start >= (match.letters[index - 1]?.end ?? 0),
  );
  const bracesAround = match.letters.some(
    (letter) =>
      flat.text[letter.end] === "," && flat.text[match.start] === "{" && match.letters[0]?.start !== match.start,
  );
  if ((whole && !match.keepOrder) || !apart || bracesAround) return [spot(match, match.lead, ids)];
  return match.letters.map((letter, index) => spot(letter, "", [ids[index]]));
}

/** The spots by the text node that they begin in. */
export function bySegment<S extends Range>(flat: FlatText, spots: readonly S[]): ReadonlyMap<Segment, readonly S[]> {
  const groups = new Map<Segment, S[]>();
  for (const spot of spots) {
    const segment = segmentAt(flat, spot.start);
    const group = segment && groups.get(segment);
    if (group) group.push(spot);
    else if (segment) groups.set(segment, [spot]);
  }
  return groups;
}

/** The value of a text node with what is printed in the place of each spot. */
export function cutText<T>(
  { node, start }: Segment,
  spots: readonly (Range & { readonly printed: readonly (string | T)[] })[],
): (string | T)[] {
  const parts: (string | T)[] = [];
  let done = 0;
  for (const { start: from, end, printed } of spots) {
    const [first, ...rest] = printed;
    const before = node.value.slice(done, from - start);
    if (typeof first === "string") parts.push(before + first, ...rest);
    else parts.push(before, ...printed);
    done = end - start;
  }
  parts.push(node.value.slice(done));
  return parts.filter((part) => part !== "");
}
