import { z } from "zod";
import { dayOf } from "#lib/exam/local-time";
import { retentions, usualRetention } from "#lib/exam/retention";

/** What the form of a plan holds. */
export const planForm = z.object({
  exam: z.string().min(1).max(200),
  examDate: z.string().refine((date) => dayOf(date) !== null),
  weekdays: z.array(z.coerce.number().int().min(0).max(6)).min(1).max(7),
  minutesPerDay: z.coerce.number().int().min(5).max(600),
  retention: z.coerce.number().pipe(z.literal(retentions)).default(usualRetention),
  keepForm: z.literal("on").optional(),
});
