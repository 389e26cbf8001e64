import { z } from "zod";
import { roles } from "#lib/auth/role";
import { cannotKeep, withoutNul } from "#lib/db/keepable";
import { acts } from "./acts.ts";
import type { actProblems, invitationProblems, roleProblems } from "./refusals.ts";

/** Names a problem in place of a message. */
const says = (problem: (typeof actProblems | typeof roleProblems | typeof invitationProblems)[number]) => problem;

const id = z.string().min(1).max(64).regex(withoutNul);

const reason = z
  .string()
  .trim()
  .min(3, says("reason"))
  .max(1_000, says("reason-long"))
  .regex(withoutNul, says(cannotKeep));

/** One act of a moderator on a comment, on its thread or on its author. */
export const actForm = z.object({
  comment: id,
  act: z.enum(acts, says("act")),
  reason,
  days: z.coerce.number().int().min(1, says("days-few")).max(365, says("days-many")).default(7),
});

export const undoForm = z.object({ id });

/** A role that an administrator gives to the account with this address. */
export const roleForm = z.object({
  email: z.email(says("email")).max(200).toLowerCase(),
  role: z.enum(roles, says("role")),
  reason,
});

/** Whom an invitation is for, so that a list of them can be read. */
export const invitationForm = z.object({
  note: z.string().trim().min(2, says("note")).max(200, says("note-long")).regex(withoutNul, says(cannotKeep)),
});

export const withdrawForm = z.object({ invitation: id });
