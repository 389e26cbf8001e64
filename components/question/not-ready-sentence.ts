import type { Words } from "#lib/messages/words";

/** What a number looks like, shown in the reader's way of writing numbers. */
export const numberSamples = { small: 0.75, large: 1200 } as const;

/** What a learner reads when an answer cannot be committed yet; the catalogue has a sentence for each reason. */
export function notReadySentence(t: Words, reason: string, select: number | null): string {
  return t("question.notReady", { reason, count: select ?? 1, most: 4000, ...numberSamples });
}
