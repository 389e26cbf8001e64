import { z } from "zod";
import { entryFields } from "#lib/exam/entries";
import { attemptModes } from "./plan.ts";

const id = z.string().min(1).max(100);

export const answerShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("single"), optionId: id }),
  z.object({ kind: z.literal("multiple"), optionIds: z.array(id).max(60) }),
  z.object({ kind: z.literal("ordering"), optionIds: z.array(id).max(60) }),
  z.object({ kind: z.literal("matching"), pairs: z.record(id, id) }),
  z.object({ kind: z.literal("numeric"), value: z.string().max(100) }),
  z.object({ kind: z.literal("text"), value: z.string().max(500) }),
  z.object({ kind: z.literal("dont-know") }),
]);

const valueShapes = {
  answer: answerShape.nullable(),
  flag: z.boolean(),
  "rule-out": z.array(id).max(60),
  confidence: z.enum(["guess", "unsure", "sure"]).nullable(),
  note: z.string().max(4_000),
} as const;

/** One change as it crosses the wire. `madeAt` is the server's time as the browser estimated it when it was made. */
export const entryShape = z
  .object({
    position: z.number().int().min(1).max(10_000),
    field: z.enum(entryFields),
    version: z.number().int().min(1).max(1_000_000_000),
    value: z.unknown(),
    madeAt: z.iso.datetime(),
    elapsedMs: z.number().int().min(0).max(2_000_000_000),
  })
  .superRefine((entry, context) => {
    const parsed = valueShapes[entry.field].safeParse(entry.value);
    for (const issue of parsed.error?.issues ?? [])
      context.addIssue({ ...issue, path: ["value", ...issue.path] } as never);
  });

/** The body of `PUT /api/attempts/{id}/answers`. */
export const saveBody = z.object({
  clientId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, "8 to 64 letters, digits, - or _"),
  entries: z.array(entryShape).min(1).max(1_000),
});

export type SaveBody = z.infer<typeof saveBody>;

export const startForm = z.object({
  exam: id,
  mode: z.enum(attemptModes),
  seed: z.string().max(100).optional(),
  question: z.string().max(200).optional(),
});
