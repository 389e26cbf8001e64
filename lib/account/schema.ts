import { z } from "zod";
import { type FieldProblems, says } from "#lib/auth/field-problems";
import { signUpForm } from "#lib/auth/schema";
import { cannotKeep, withoutNul } from "#lib/db/keepable";
import type { CodeOf } from "#lib/messages/words";

const current = z.string().min(1, says("password-missing")).max(200);

export const renameForm = z.object({ name: signUpForm.shape.name });

export const passwordForm = z.object({ current, next: signUpForm.shape.password });

const fates = ["keep", "erase"] as const;
/** What happens to the comments of a deleted account. */
export type Fate = (typeof fates)[number];

export const deleteForm = z.object({ current, comments: z.enum(fates) });

/** Which session to end, or "all", and the password. */
export const sessionForm = z.object({ current, session: z.string().min(1).max(100).regex(withoutNul) });

/** The name that its owner gives a passkey. */
export const passkeyName = z
  .string()
  .trim()
  .min(1, says("passkey-name-missing"))
  .max(60, says("passkey-name-long"))
  .regex(withoutNul, says(cannotKeep));

/** Which passkey to remove, and the password. */
export const passkeyForm = z.object({
  current,
  passkey: z.string().min(1, says("passkey-missing")).max(100).regex(withoutNul),
});

/** Why a form of the account page was refused as a whole. */
export type AccountRefusal = CodeOf<"account", "refused-">;

/** What a form of the account page shows after it was sent: never a password. */
export interface AccountFormState {
  readonly refusal: AccountRefusal | null;
  readonly isDone: boolean;
  readonly fields: FieldProblems;
  /** What was chosen or typed before a refusal; null before. Without it, the form would be empty again. */
  readonly chosen: string | null;
}
