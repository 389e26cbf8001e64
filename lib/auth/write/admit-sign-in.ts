import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#lib/db/database";
import { fail, ok, type Result } from "#lib/exam/result";
import { countTry, forgetTries, mayTry, returnTry } from "#lib/limits/count-try";
import { signInDelayMs } from "../sign-in-delay.ts";

export interface SignInTry {
  readonly db: Database;
  readonly email: string;
  /** The key by which the visitor is counted; null if visitors cannot be distinguished. */
  readonly visitor: string | null;
  /** The id of a device that signed in to this account before. */
  readonly device: string | null;
  readonly now: Date;
}

export type SignInRefusal = "many-by-visitor" | "many-at-account";

/** Takes the try back if the password was right, so that only wrong ones count. */
export type Succeeded = () => Promise<void>;

/** How many tries at one account may wait at once, in this process. */
const mostWaiting = 8;
const waiting = new Map<string, number>();

/**
 * Lets a sign-in try continue, at once or after a delay. A device that signed in before has its own allowance, which no
 * stranger can use up. For all other devices, each visitor has a number of tries over all accounts, and an account that
 * gets many tries answers more and more slowly, but it answers.
 */
export async function admitSignIn(request: SignInTry): Promise<Result<Succeeded, SignInRefusal>> {
  const { db, email, visitor, device, now } = request;
  if (device !== null && (await mayTry(db, "sign-in-by-device", device, now)))
    return ok(() => forgetTries(db, "sign-in-by-device", device));
  if (visitor !== null && !(await mayTry(db, "sign-in-by-visitor", visitor, now))) return fail("many-by-visitor");
  const delayMs = signInDelayMs(await countTry(db, "sign-in-at-account", email, now));
  if (delayMs > 0 && !(await waitAt(email.toLowerCase(), delayMs))) return fail("many-at-account");
  return ok(async () => {
    await returnTry(db, "sign-in-at-account", email);
    if (visitor !== null) await returnTry(db, "sign-in-by-visitor", visitor);
  });
}

/** False, at once, if too many are already waiting. */
async function waitAt(account: string, delayMs: number): Promise<boolean> {
  const before = waiting.get(account) ?? 0;
  if (before >= mostWaiting) return false;
  waiting.set(account, before + 1);
  await sleep(delayMs);
  const left = (waiting.get(account) ?? 1) - 1;
  if (left === 0) waiting.delete(account);
  else waiting.set(account, left);
  return true;
}
