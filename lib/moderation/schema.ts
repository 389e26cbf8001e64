import { z } from "zod";
import { roles } from "#lib/auth/role";
import { cannotKeep, withoutNul } from "#lib/db/keepable";
import { acts } from "./acts.ts";

const id = z.string().min(1).max(64).regex(withoutNul);

const reason = z
  .string()
  .trim()
  .min(3, "Say why: it is kept in the log")
  .max(1_000, "At most 1,000 characters")
  .regex(withoutNul, cannotKeep);

/** One act of a moderator on a comment, on its thread or on its author. */
export const actForm = z.object({
  comment: id,
  act: z.enum(acts, "Choose what to do"),
  reason,
  days: z.coerce.number().int().min(1, "At least a day").max(365, "At most a year").default(7),
});

export const undoForm = z.object({ id });

/** A role that an administrator gives to the account with this address. */
export const roleForm = z.object({
  email: z.email("Write the address of an account, such as name@example.org").max(200).toLowerCase(),
  role: z.enum(roles, "Choose a role"),
  reason,
});

/** Whom an invitation is for, so that a list of them can be read. */
export const invitationForm = z.object({
  note: z
    .string()
    .trim()
    .min(2, "Say whom it is for: the list below shows it")
    .max(200, "At most 200 characters")
    .regex(withoutNul, cannotKeep),
});

export const withdrawForm = z.object({ invitation: id });
