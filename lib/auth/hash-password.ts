import { availableParallelism } from "node:os";
import * as library from "better-auth/crypto";

/** A hash takes a tenth of a second of a processor. One processor is always left to everybody else. */
const atOnce = Math.max(1, availableParallelism() - 1);
const longestQueue = 100;

let running = 0;
const waiting: (() => void)[] = [];

/** Whether so many passwords wait that a new one should be sent later. */
export function isHashingBusy(): boolean {
  return waiting.length >= longestQueue;
}

/** Hashes a password off the event loop, after those that came before. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => library.hashPassword(password));
}

/** Whether `hash` was made of this password. Takes its turn as `hashPassword` does. */
export function verifyPassword(given: { readonly hash: string; readonly password: string }): Promise<boolean> {
  return inTurn(() => library.verifyPassword(given));
}

async function inTurn<T>(job: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await job();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}
