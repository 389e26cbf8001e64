import { diffArrays } from "diff";

export interface DifferencePart {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Words inserted or deleted. Two texts that differ by more are shown one after the other. */
const mostEdits = 1_000;

/** What was deleted from `before` and inserted to get `after`, word by word (Myers 1986). */
export function wordDifference(before: string, after: string): readonly DifferencePart[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostEdits });
  const parts: readonly DifferencePart[] = changes?.map(
    ({ added, removed, value }): DifferencePart => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    }),
  ) ?? [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  return parts.filter(({ text }) => text !== "");
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? [];
}
