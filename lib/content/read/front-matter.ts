import { z } from "zod";
import { disputeStatuses } from "#lib/exam/dispute";
import { questionKinds } from "#lib/exam/question";

/** A name in an address: lower-case letters, digits, single hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const slug = z
  .string()
  .regex(slugPattern, "lower-case letters, digits and hyphens, such as layer-normalization")
  .max(100);
const line = z.string().trim().min(1).max(200);
const count = z.int().min(1).max(1000);
const word = z.string().trim().min(1).max(500);
const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?$/, "a tag of a language, such as de, pt-BR or zh-Hant")
  .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag);

/** The front matter of a question file. */
export const questionFrontMatter = z.strictObject({
  id: slug
    .optional()
    .describe("Name of the question within its exam; by default the name of the file. Never change or reuse it."),
  kind: z
    .enum(questionKinds)
    .optional()
    .describe("How the question is answered; by default inferred from the content."),
  domain: z.string().describe("Id of one of the domains of exam.md."),
  difficulty: z.enum(["easy", "medium", "hard"]).optional().describe("How hard the question is meant to be."),
  tags: z
    .array(z.string().trim().min(1).max(60))
    .max(20)
    .optional()
    .describe("Topics, for practice and search, such as [transformers, attention]."),
  origin: z
    .string()
    .regex(
      /^(?:original|(?:adapted|imported)(?::| from) ?\S.*)$/,
      'original, or "adapted: <source>", or "imported: <source>"',
    )
    .max(300)
    .optional()
    .describe('Where the question comes from: original, "adapted: <source>" or "imported: <source>".'),
  checked: z.iso.date().optional().describe("Day on which the references were last read, such as 2026-11-22."),
  dispute: z
    .strictObject({
      status: z.enum(disputeStatuses).describe("open while the key is being checked, then the verdict."),
      reason: word.describe("Why, for learners and authors."),
      day: z.iso.date().describe("Day of the status, such as 2026-11-22."),
    })
    .optional()
    .describe(
      'A doubt about the key and its verdict, such as { status: key-stands, reason: "Section 3 says so", day: 2026-11-22 }.',
    ),
  case: slug
    .optional()
    .describe("Name, without .md, of a file in the exam's cases folder: the scenario that the question is based on."),
  shuffle: z.boolean().optional().describe("false keeps the options in the written order."),
  select: z
    .int()
    .min(1)
    .max(26)
    .optional()
    .describe("How many options to choose, when that differs from the number of keys."),
  answer: z
    .union([z.number(), word, z.array(word).min(1).max(50)])
    .optional()
    .describe("The number, or the accepted text or texts, of a question without options."),
  tolerance: z
    .number()
    .min(0)
    .optional()
    .describe("How far a number may be from the answer and still be correct, in the same unit."),
  unit: z.string().trim().min(1).max(40).optional().describe("Unit in which the number must be given."),
});

export type QuestionFrontMatter = z.infer<typeof questionFrontMatter>;

/** The front matter of exam.md. */
export const examFrontMatter = z.strictObject({
  title: line.describe("Name of the exam."),
  code: line.optional().describe("Short code of the exam, such as NCA-GENL."),
  language: language
    .optional()
    .describe("Language of the questions, such as de or pt-BR: pages, screen readers and the checker go by it."),
  questions: count
    .optional()
    .describe("How many questions an exam draws; with neither this nor minutes, all of them, and at most 50."),
  minutes: count
    .optional()
    .describe(
      "How many minutes an exam lasts; with neither this nor questions, those of its sections, or 90 seconds for each question.",
    ),
  passing: z
    .number()
    .min(0)
    .max(100)
    .refine((percent) => percent === 0 || percent >= 1, "a percentage is expected, such as 70 and not 0.7")
    .describe("Percent of the points needed to pass."),
  domains: z
    .array(
      z.strictObject({
        id: slug.describe("Name that questions use for the domain."),
        title: line.describe("Name that learners see."),
        weight: z.number().min(0).max(100).describe("Percent of the questions drawn from this domain."),
      }),
    )
    .min(1)
    .max(50)
    .describe("The blueprint, such as - { id: core-ml, title: Core ML, weight: 40 }; the weights add up to 100."),
  license: line.optional().describe("License of the questions, such as CC-BY-4.0."),
  scoring: z
    .enum(["all-or-nothing", "proportional"])
    .optional()
    .describe(
      "Points for a partly correct answer (several keys, an order, a matching): none, or the share of correct choices made minus the share of wrong ones made, never below 0.",
    ),
  sections: z
    .array(
      z.strictObject({
        title: line.describe("Name that learners see."),
        domains: z.array(slug).min(1).describe("Ids of the domains of this section."),
        minutes: count.describe("How many minutes the section lasts before it closes."),
      }),
    )
    .min(1)
    .max(20)
    .optional()
    .describe("Parts of the exam in their order, each closed when its time is over."),
});

export type ExamFrontMatter = z.infer<typeof examFrontMatter>;

/** The front matter of cases/<name>.md. */
export const caseFrontMatter = z.strictObject({ title: line.describe("Title of the scenario.") });

/** JSON Schema of the front matter of a question or of exam.md, for editors. */
export function frontMatterSchema(of: "question" | "exam"): string {
  const title = of === "question" ? "Front matter of a Mockdown question" : "Front matter of a Mockdown exam.md";
  const schema = z.toJSONSchema(of === "question" ? questionFrontMatter : examFrontMatter, { io: "input" });
  return `${JSON.stringify({ ...schema, title }, null, 2)}\n`;
}
