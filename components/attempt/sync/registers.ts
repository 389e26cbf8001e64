import type { Register } from "#lib/attempts/wire";
import { blankMarks, type EntryField, type ItemMarks, isNewer, keepNewest } from "#lib/exam/entries";

/** The newest change of one field of one item, as far as this device knows. */
export interface KnownRegister extends Omit<Register, "madeAt"> {
  /** Absent in what an earlier release stored. */
  readonly madeAt?: string;
  readonly elapsedMs?: number;
}

export type Registers = ReadonlyMap<string, KnownRegister>;

export function placeOf({ position, field }: Pick<KnownRegister, "position" | "field">): string {
  return `${position}/${field}`;
}

/** Names one change among those of one client. */
export function nameOf(change: Pick<KnownRegister, "position" | "field" | "version">): string {
  return `${placeOf(change)}/${change.version}`;
}

/** `known` with everything of `arriving` that is newer; the same map if nothing is. */
export function mergeRegisters(known: Registers, arriving: readonly KnownRegister[]): Registers {
  return keepNewest(known, arriving, placeOf);
}

/**
 * The part of `known` that the server, which holds `held`, does not hold or holds in an older version, because of a
 * restore.
 */
export function takenBack(known: Registers, held: readonly KnownRegister[]): readonly KnownRegister[] {
  const theirs = mergeRegisters(new Map(), held);
  return [...known.values()].filter((register) => {
    const other = theirs.get(placeOf(register));
    return other === undefined || isNewer(register, other);
  });
}

/** The marks of an item: those its page came with, replaced by newer ones that this device knows. */
export function marksOf(position: number, registers: Registers, rendered: ItemMarks = blankMarks): ItemMarks {
  const read = <T>(field: EntryField, otherwise: T): T => {
    const register = registers.get(`${position}/${field}`);
    const stamp = rendered.stamps[field];
    if (register === undefined || (stamp !== undefined && isNewer(stamp, register))) return otherwise;
    return register.value as T;
  };
  return {
    ...rendered,
    answer: read("answer", rendered.answer),
    flagged: read("flag", rendered.flagged),
    ruledOut: read("rule-out", rendered.ruledOut),
    confidence: read("confidence", rendered.confidence),
    note: read("note", rendered.note),
    elapsedMs: Math.max(rendered.elapsedMs, read("time", 0)),
  };
}
