import { z } from "zod";
import { withoutNul } from "#lib/db/keepable";
import { acts } from "./acts.ts";

const id = z.string().min(1).max(64).regex(withoutNul);

/** One act of a moderator on a comment, on its thread or on its author. */
export const actForm = z.object({
  comment: id,
  act: z.enum(acts, "Choose what to do"),
  reason: z
    .string()
    .trim()
    .min(3, "Say why: it is kept in the log")
    .max(1_000, "At most 1,000 characters")
    .regex(withoutNul),
  days: z.coerce.number().int().min(1, "At least a day").max(365, "At most a year").default(7),
});

export const undoForm = z.object({ id });
