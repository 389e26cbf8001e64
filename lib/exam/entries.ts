import { groupRows } from "./group-rows.ts";
import { readConfidence, readFlag, readGiven, readText, readTexts } from "./json-columns.ts";
import type { Answer } from "./question.ts";

/** What a learner can set on an item. Each is a register of its own, so a flag on one device cannot undo an answer on another. */
export const entryFields = ["answer", "flag", "rule-out", "confidence", "note", "time"] as const;
export type EntryField = (typeof entryFields)[number];

/**
 * One change a learner made, as the device recorded it. Entries are only ever added. The current value of a field is
 * its newest entry: the highest version, and of equal versions (from two devices that did not know of each other) the
 * one with the greater client id. So any order of arrival and any number of repetitions give the same attempt.
 */
export interface Entry {
  readonly position: number;
  readonly field: EntryField;
  /** One more than the highest version the device knew of for this field when the change was made. */
  readonly version: number;
  readonly clientId: string;
  /** JSON of the value. */
  readonly value: string;
  readonly madeAt: Date;
  /** Time spent on the item so far on that device, in milliseconds. */
  readonly elapsedMs: number;
}

export type Stamp = Pick<Entry, "version" | "clientId">;

/** The current state of one item, folded from its entries. */
export interface ItemMarks {
  readonly answer: Answer | null;
  readonly flagged: boolean;
  readonly ruledOut: readonly string[];
  readonly confidence: "guess" | "unsure" | "sure" | null;
  readonly note: string;
  readonly elapsedMs: number;
  /** For each field that was ever set, the entry that set it last. */
  readonly stamps: Readonly<Partial<Record<EntryField, Stamp>>>;
}

export const blankMarks: ItemMarks = {
  answer: null,
  flagged: false,
  ruledOut: [],
  confidence: null,
  note: "",
  elapsedMs: 0,
  stamps: {},
};

/** Whether `a` wins over `b`; both are for the same item and field. */
export function isNewer(a: Stamp, b: Stamp): boolean {
  return a.version !== b.version ? a.version > b.version : a.clientId > b.clientId;
}

/**
 * Returns `known` with every newer value of `arriving` under the same key; the same map when none is newer. Any order of
 * arrival and any number of repetitions give the same.
 */
export function keepNewest<K, T extends Stamp>(
  known: ReadonlyMap<K, T>,
  arriving: readonly T[],
  keyOf: (entry: T) => K,
): ReadonlyMap<K, T> {
  let merged: Map<K, T> | null = null;
  for (const entry of arriving) {
    const present = (merged ?? known).get(keyOf(entry));
    if (present !== undefined && !isNewer(entry, present)) continue;
    merged ??= new Map(known);
    merged.set(keyOf(entry), entry);
  }
  return merged ?? known;
}

/** Folds many items' entries at once, by position. */
export function foldByPosition(entries: readonly Entry[]): ReadonlyMap<number, ItemMarks> {
  return new Map(
    [...groupRows(entries, ({ position }) => position)].map(([position, own]) => [position, foldEntries(own)]),
  );
}

/** Folds the entries of one item, in any order, into its current state. */
export function foldEntries(entries: readonly Entry[]): ItemMarks {
  const newest = keepNewest(new Map<EntryField, Entry>(), entries, ({ field }) => field);
  const elapsedMs = entries.reduce((longest, entry) => Math.max(longest, entry.elapsedMs), 0);
  const value = <T>(field: EntryField, otherwise: T, read: (json: string) => T): T => {
    const entry = newest.get(field);
    return entry === undefined ? otherwise : read(entry.value);
  };
  return {
    answer: value("answer", blankMarks.answer, readGiven),
    flagged: value("flag", blankMarks.flagged, readFlag),
    ruledOut: value("rule-out", blankMarks.ruledOut, readTexts),
    confidence: value("confidence", blankMarks.confidence, readConfidence),
    note: value("note", blankMarks.note, readText),
    elapsedMs,
    stamps: Object.fromEntries([...newest].map(([field, { version, clientId }]) => [field, { version, clientId }])),
  };
}

/** The answers given to one item, oldest first, to find changes from correct to incorrect and back. */
export function answerHistory(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry) => entry.field === "answer").sort((a, b) => (isNewer(a, b) ? 1 : -1));
}
