import type { DraftOption } from "#lib/content/draft";

const label = /^(?:\*\*|__)?\(?([A-Za-z]|\d{1,2})\\?[.):](?:\*\*|__)?\s+(?=\S)/;

/** The options without the letters or numbers that the source wrote before all of them, in their order; null without such a run. */
export function withoutLabels(options: readonly DraftOption[]): readonly DraftOption[] | null {
  const labelled = options.map(({ text }) => label.exec(text));
  const isRun = labelled.every((match, index) => {
    const mark = match?.[1]?.toUpperCase();
    return mark === String.fromCharCode(65 + index) || mark === String(index + 1);
  });
  if (!isRun || options.length < 2) return null;
  return options.map((option, index) => ({ ...option, text: option.text.slice(labelled[index]?.[0].length ?? 0) }));
}
