import type { Database, Tx } from "#lib/db/database";
import { isObject, readColumn } from "#lib/exam/json-columns";

/** Says that a thread has a new comment, without any of its content. */
export interface CommentEvent {
  readonly questionId: string;
  readonly commentId: string;
  readonly authorId: string;
}

/** An announcement as it travels between instances. */
export function readEvent(json: string): CommentEvent {
  return readColumn("news of a comment", json, (value) => isObject(value) && typeof value.commentId === "string");
}

/** Announcements since then may have been missed. */
export interface Missed {
  readonly missedSince: Date;
}

export const channel = "mockdown_comments";
export type Listener = (news: CommentEvent | Missed) => void;

// The bundler may give routes and actions separate copies of this module; the listeners of one process must be shared.
const shared = globalThis as typeof globalThis & { mockdownListeners?: Map<string, Set<Listener>> };

/** Notifies every listener of this process. */
export function deliver(event: CommentEvent): void {
  for (const listener of shared.mockdownListeners?.get(event.questionId) ?? []) listener(event);
}

/** Tells every listener of this process, whatever its question, that it may have missed something. */
export function deliverMissed(missed: Missed): void {
  for (const listeners of shared.mockdownListeners?.values() ?? []) for (const listener of listeners) listener(missed);
}

/**
 * Calls `listener` for each new comment on one question, and when some may have been missed, until the returned
 * function is called. Receives what this process announces.
 */
export function listen(questionId: string, listener: Listener): () => void {
  shared.mockdownListeners ??= new Map();
  const listeners = shared.mockdownListeners.get(questionId) ?? new Set();
  shared.mockdownListeners.set(questionId, listeners.add(listener));
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) shared.mockdownListeners?.delete(questionId);
  };
}

/**
 * Announces a comment within the transaction that posts it: PostgreSQL notifies all instances at the commit, and none
 * after a rollback. SQLite has one process, which `announceAfter` notifies after the commit.
 */
export async function announceInside(db: Database, tx: Tx, event: CommentEvent): Promise<void> {
  if (db.provider === "postgresql") await tx.$queryRaw`SELECT pg_notify(${channel}, ${JSON.stringify(event)})::text`;
}

export function announceAfter(db: Database, event: CommentEvent): void {
  if (db.provider === "sqlite") deliver(event);
}
