import type { Refusal } from "#lib/exam/attempt";
import type { EntryField } from "#lib/exam/entries";
import type { NotReady } from "#lib/exam/kinds/kind";
import type { ShownSecret } from "#lib/exam/presentation";

/*
 * What crosses the wire of an attempt, as the server sends it and the browser reads it. Types only, so that a page pays
 * nothing for them. `schema.ts` checks what arrives at the server; docs/api.md describes it for others.
 */

/** Identifies one change among those of a client. */
export interface EntryName {
  readonly position: number;
  readonly field: EntryField;
  readonly version: number;
}

/** One change as a client sends it. */
export interface SentEntry extends EntryName {
  readonly value: unknown;
  /** The server's time as the client estimated it when the change was made, ISO 8601. */
  readonly madeAt: string;
  /** Time spent on the item so far on that device, in milliseconds. */
  readonly elapsedMs: number;
}

/** A change that the server has confirmed to a client. */
export interface SavedEntry extends EntryName {
  readonly clientId: string;
}

/** The body of `PUT /api/attempts/{id}/answers`. */
export interface SaveBody {
  readonly clientId: string;
  readonly entries: readonly SentEntry[];
}

/** A change that does not count. It will never be accepted, so sending it again is useless. */
export interface RefusedEntry extends EntryName {
  readonly reason: Refusal;
}

export interface SaveReceipt {
  /** How many changes of the batch the server now has, including those from an earlier try. */
  readonly saved: number;
  readonly refused: readonly RefusedEntry[];
  readonly finished: boolean;
  /** The number of the attempt's state after the batch. It only ever grows, except after a restore. */
  readonly sequence: number;
}

/** The newest change of one field of one item. */
export interface Register extends EntryName {
  readonly clientId: string;
  readonly value: unknown;
  /** When the learner made it, ISO 8601: a device can send it again after a restore. */
  readonly madeAt: string;
}

/** What a device that has seen everything up to a sequence does not know yet. Never a key. */
export interface SyncState {
  readonly sequence: number;
  /** When the clock that the learner sees runs out, ISO 8601; null without a limit. */
  readonly clockEndsAt: string | null;
  readonly finished: boolean;
  /** The time is up, whether or not the attempt has been submitted. */
  readonly over: boolean;
  readonly registers: readonly Register[];
  /** How many items are committed; a device that knows of fewer must reload them. */
  readonly committed: number;
  /** Whether the server still holds the change that the device asked for; true if it asked for none. */
  readonly holds: boolean;
}

/** Each answer says what time it is on the server, ISO 8601. */
export type Timed<T> = T & { readonly serverTime: string };

/** What a page inserts when an answer has been checked. */
export interface Revealed {
  readonly secret: ShownSecret | null;
  readonly isWithheld: boolean;
}

/** The answer to `PUT /api/attempts/{id}/items/{n}/check`. */
export type CheckReply =
  | ({ readonly state: "checked"; readonly reason?: undefined } & Revealed)
  | { readonly state: "not-ready"; readonly reason: NotReady };
