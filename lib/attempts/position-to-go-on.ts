import type { Reveal } from "#lib/exam/attempt";
import type { MapEntry } from "./read/attempt.ts";

/**
 * Where to continue an attempt: at the first open item without an answer. When answers are checked one by one, an unchecked
 * answer also needs attention: it does not count yet.
 */
export function positionToGoOn(
  map: readonly Pick<MapEntry, "position" | "answered" | "committed">[],
  { from, to }: { readonly from: number; readonly to: number },
  reveal: Reveal,
): number {
  const isDone = (item: (typeof map)[number]) => (reveal === "at-once" ? item.committed : item.answered);
  return map.find((item) => !isDone(item) && from <= item.position && item.position <= to)?.position ?? from;
}
