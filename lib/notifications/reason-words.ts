import type { Words } from "#lib/messages/words";

/** The stored reason of a comment that reports hid: a code, which each reader sees in their own language. */
export function reasonOfReports(count: number): string {
  return `reports:${count}`;
}

/** A reason as it is shown: in the words of whoever wrote it, unless it is a code. Until November 2026 reports wrote English words. */
export function reasonWords(t: Words, reason: string): string {
  const [, code, text] = /^(?:reports:(\d+)|(\d+) people reported it)$/.exec(reason) ?? [];
  const count = code ?? text;
  return count === undefined ? reason : t("moderation.peopleReported", { count: Number(count) });
}
