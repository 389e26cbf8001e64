import type { Reveal } from "#lib/exam/attempt";
import type { MapEntry } from "./read/attempt.ts";

/**
 * Where an attempt goes on that is taken up again: at the first open item without an answer. Where answers are checked one by
 * one, one that was given and not checked wants something, too: it does not count yet.
 */
export function positionToGoOn(
  map: readonly Pick<MapEntry, "position" | "answered" | "committed">[],
  { from, to }: { readonly from: number; readonly to: number },
  reveal: Reveal,
): number {
  const isDone = (item: (typeof map)[number]) => (reveal === "at-once" ? item.committed : item.answered);
  return map.find((item) => !isDone(item) && from <= item.position && item.position <= to)?.position ?? from;
}
