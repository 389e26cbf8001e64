import type { MapEntry } from "#lib/attempts/read/attempt";

export interface ReviewGroup {
  readonly name: "unanswered" | "not-checked" | "incomplete" | "flagged" | "checked" | "answered";
  readonly items: readonly MapEntry[];
}

/**
 * The items of a review, grouped by what matters before submitting; an item may be in several groups. In study, only
 * checked answers count, so unchecked ones are named there.
 */
export function reviewGroups(items: readonly MapEntry[], isStudy: boolean): readonly ReviewGroup[] {
  const answered = items.filter((item) => item.answered);
  const groups: readonly ReviewGroup[] = [
    { name: "unanswered", items: items.filter((item) => !item.answered) },
    { name: "not-checked", items: isStudy ? answered.filter((item) => !item.committed) : [] },
    { name: "incomplete", items: items.filter((item) => item.incomplete) },
    { name: "flagged", items: items.filter((item) => item.flagged) },
    isStudy
      ? { name: "checked", items: answered.filter((item) => item.committed) }
      : { name: "answered", items: answered },
  ];
  return groups.filter((group) => group.items.length > 0);
}
