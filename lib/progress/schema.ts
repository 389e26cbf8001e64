import { z } from "zod";

/** What the form about a real exam holds. A score left empty is absent. */
export const outcomeForm = z.object({
  exam: z.string().min(1).max(200),
  outcome: z.enum(["passed", "failed"]),
  score: z
    .literal("")
    .transform(() => undefined)
    .or(z.coerce.number().min(0).max(100))
    .optional(),
});
