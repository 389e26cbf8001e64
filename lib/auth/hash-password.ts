import { availableParallelism } from "node:os";
import * as library from "better-auth/crypto";

/** A hash takes a processor a tenth of a second. One processor is always left for everything else. */
const atOnce = Math.max(1, availableParallelism() - 1);
const longestQueue = 100;

let running = 0;
const waiting: (() => void)[] = [];

/** Whether the queue of passwords is full, so that a new one should be sent later. */
export function isHashingBusy(): boolean {
  return waiting.length >= longestQueue;
}

interface Method {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (given: { readonly hash: string; readonly password: string }) => Promise<boolean>;
}

/**
 * By the name that a hash begins with. A new method is added here and made `current`; the others stay for existing
 * hashes.
 */
const methods: Readonly<Record<string, Method>> = {
  "scrypt-16384-16-1": { hash: library.hashPassword, verify: library.verifyPassword },
};
const current = "scrypt-16384-16-1";
/** The method of the first version's hashes, which do not name one. */
const unnamed = "scrypt-16384-16-1";

/** Hashes a password off the event loop, after those that came before. The hash begins with its method and a `$`. */
export async function hashPassword(password: string): Promise<string> {
  return `${current}$${await inTurn(async () => methodOf(current).hash(password))}`;
}

/**
 * Whether `hash` was made from this password. Waits its turn, as `hashPassword` does. Throws for a hash of an unknown
 * method.
 */
export function verifyPassword({ hash, password }: { readonly hash: string; readonly password: string }) {
  const [, name = unnamed, rest = ""] = /^(?:([^$]*)\$)?(.*)$/s.exec(hash) ?? [];
  return inTurn(async () => methodOf(name).verify({ hash: rest, password }));
}

function methodOf(name: string): Method {
  const method = methods[name];
  if (method === undefined) throw new Error(`a password was hashed by an unknown method: ${name}`);
  return method;
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
