import type { PlannedQuestion } from "./plan-import.ts";
import type { ImportRecord } from "./records.ts";

/** Lines that tell what became of questions that were there before, and of those that the source has no longer. */
export function againText(planned: readonly PlannedQuestion[], records: readonly ImportRecord[]): readonly string[] {
  const again = planned.filter(({ merged }) => merged !== null);
  const lines = again.flatMap(({ id, merged }) => {
    if (merged === null) return [];
    const { updated, kept, conflicts } = merged;
    return [
      ...(updated.length > 0 ? [`${id}: ${list(updated)} updated from the source`] : []),
      ...(updated.length > 0 && kept.length > 0 ? [`${id}: ${list(kept)} kept, as changed by hand`] : []),
      ...(conflicts.length > 0
        ? [
            `${id}: not changed, although the source differs: ${list(conflicts)}; change it by hand, or import with --overwrite`,
          ]
        : []),
    ];
  });
  const same = again.filter(({ merged }) => merged?.updated.length === 0 && merged.conflicts.length === 0).length;
  const count = again.length === 0 ? [] : [`${same} of ${again.length} known questions match the source`];
  return [...lines, ...count, ...gone(planned, records)];
}

function gone(planned: readonly PlannedQuestion[], records: readonly ImportRecord[]): readonly string[] {
  const sources = new Set(planned.map(({ item }) => item.from));
  const ids = new Set(planned.map(({ id }) => id));
  const missing = records.filter(({ id, from }) => sources.has(from) && !ids.has(id)).map(({ id }) => id);
  return missing.length === 0 ? [] : [`no longer in the source, and not changed here: ${missing.join(", ")}`];
}

function list(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
