import { z } from "zod";
import { type DisputeNote, verdicts } from "#lib/exam/dispute";

const fields = z.object({
  settle: z.string().min(1),
  verdict: z.enum(verdicts),
  reason: z.string().trim().min(1).max(500),
});

/**
 * The question and the verdict for which an address requests a line of front matter; null if it requests none, or is
 * incomplete.
 */
export function readVerdict(search: object, day: string): { readonly name: string; readonly note: DisputeNote } | null {
  const { data } = fields.safeParse(search);
  return data === undefined ? null : { name: data.settle, note: { status: data.verdict, reason: data.reason, day } };
}
