import { z } from "zod";

/** A new comment. `requestId` is made with the form, so that a form sent twice posts once. */
export const commentForm = z.object({
  exam: z.string().min(1).max(100),
  question: z.string().min(1).max(200),
  requestId: z.string().min(8).max(64),
  markdown: z.string().trim().min(1, "Write something first").max(8_000, "At most 8,000 characters"),
});
