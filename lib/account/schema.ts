import { z } from "zod";
import { signUpForm } from "#lib/auth/schema";
import { cannotKeep, withoutNul } from "#lib/db/keepable";

const current = z.string().min(1, "Write your password").max(200);

export const renameForm = z.object({ name: signUpForm.shape.name });

export const passwordForm = z.object({ current, next: signUpForm.shape.password });

const fates = ["keep", "erase"] as const;
/** What becomes of the comments of an account that is deleted. */
export type Fate = (typeof fates)[number];

export const deleteForm = z.object({ current, comments: z.enum(fates) });

/** Which session to end, or "all", and the password. */
export const sessionForm = z.object({ current, session: z.string().min(1).max(100).regex(withoutNul) });

/** What its owner calls a passkey. */
export const passkeyName = z
  .string()
  .trim()
  .min(1, "Give the passkey a name")
  .max(60, "At most 60 characters")
  .regex(withoutNul, cannotKeep);

/** Which passkey to remove, and the password. */
export const passkeyForm = z.object({
  current,
  passkey: z.string().min(1, "Choose a passkey").max(100).regex(withoutNul),
});

/** What a form of the account page shows after it was sent: never a password. */
export interface AccountFormState {
  readonly message: string | null;
  readonly isDone: boolean;
  readonly fields: Readonly<Record<string, string[] | undefined>>;
  /** What was chosen among several, null before: a form that is shown again would begin anew. */
  readonly chosen: string | null;
}
