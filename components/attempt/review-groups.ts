import type { MapEntry } from "#lib/attempts/read/attempt";

interface ReviewGroup {
  readonly title: string;
  readonly items: readonly MapEntry[];
}

/**
 * The items of a review by what is to be known before submitting; an item may stand in several. In study only what was checked
 * counts, so that an answer that was not is named there.
 */
export function reviewGroups(items: readonly MapEntry[], isStudy: boolean): readonly ReviewGroup[] {
  const answered = items.filter((item) => item.answered);
  const groups = [
    { title: "Unanswered", items: items.filter((item) => !item.answered) },
    { title: "Not checked", items: isStudy ? answered.filter((item) => !item.committed) : [] },
    { title: "Incomplete", items: items.filter((item) => item.incomplete) },
    { title: "Flagged", items: items.filter((item) => item.flagged) },
    isStudy
      ? { title: "Checked", items: answered.filter((item) => item.committed) }
      : { title: "Answered", items: answered },
  ];
  return groups.filter((group) => group.items.length > 0);
}
