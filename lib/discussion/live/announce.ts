import type { Database, Tx } from "#lib/db/database";
import { isObject, readColumn } from "#lib/exam/json-columns";

/** That a thread has a new comment. Holds nothing of it. */
export interface CommentEvent {
  readonly questionId: string;
  readonly commentId: string;
  readonly authorId: string;
}

/** An announcement as it travels between instances. */
export function readEvent(json: string): CommentEvent {
  return readColumn("news of a comment", json, (value) => isObject(value) && typeof value.commentId === "string");
}

/** What was announced since then may not have been heard. */
export interface Missed {
  readonly missedSince: Date;
}

export const channel = "mockdown_comments";
export type Listener = (news: CommentEvent | Missed) => void;

// Routes and actions may get modules of their own from the bundler; listeners of one process must meet.
const shared = globalThis as typeof globalThis & { mockdownListeners?: Map<string, Set<Listener>> };

/** Tells every listener of this process. */
export function deliver(event: CommentEvent): void {
  for (const listener of shared.mockdownListeners?.get(event.questionId) ?? []) listener(event);
}

/** Tells every listener of this process, whatever it listens to, that it may have missed something. */
export function deliverMissed(missed: Missed): void {
  for (const listeners of shared.mockdownListeners?.values() ?? []) for (const listener of listeners) listener(missed);
}

/**
 * Calls `listener` for each new comment on one question, and when some may have been missed, until the returned
 * function is called. Hears what this process announces.
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
 * Announces a comment with the transaction that posts it: PostgreSQL tells all instances at the commit, and nobody
 * after a rollback. On SQLite there is one process, which hears it after the commit by `announceAfter`.
 */
export async function announceInside(db: Database, tx: Tx, event: CommentEvent): Promise<void> {
  if (db.provider === "postgresql") await tx.$queryRaw`SELECT pg_notify(${channel}, ${JSON.stringify(event)})::text`;
}

export function announceAfter(db: Database, event: CommentEvent): void {
  if (db.provider === "sqlite") deliver(event);
}
