import { createHash } from "node:crypto";
import type { BankContent, BankQuestion } from "#lib/bank/bank-content";
import { syncBank } from "#lib/bank/write/sync";
import type { Database } from "#lib/db/database";
import type { ExamDefinition } from "#lib/exam/exam-definition";
import type { PublicQuestion, Secret } from "#lib/exam/question";

const optionIds = ["one", "two", "three", "four"] as const;

/** A single choice whose key is its first option. */
export function makeQuestion(
  name: string,
  overrides: Partial<BankQuestion> & { readonly stem?: string } = {},
): BankQuestion {
  const { stem = `What is ${name}?`, ...rest } = overrides;
  const options = optionIds.map((id) => ({ id: `${name}-${id}`, html: `${name} ${id}`, text: `${name} ${id}` }));
  const publicPart: PublicQuestion = {
    kind: "single",
    stemHtml: stem,
    stemText: stem,
    scenario: null,
    options,
    shuffle: true,
    pinned: [],
  };
  const secretPart: Secret = {
    key: { kind: "single", optionId: `${name}-one` },
    explanation: [`The secret of ${name}`],
    optionNotes: {},
    references: [],
  };
  const made = { publicPart: JSON.stringify(publicPart), secretPart: JSON.stringify(secretPart) };
  const contentHash = createHash("sha256").update(JSON.stringify(made)).digest("hex");
  return { name, domain: "a", difficulty: null, tags: [], contentHash, ...made, ...rest };
}

export const definition: ExamDefinition = {
  slug: "sample",
  title: "Sample",
  code: null,
  questions: 4,
  minutes: 30,
  passing: 50,
  domains: [
    { id: "a", title: "A", weight: 50 },
    { id: "b", title: "B", weight: 50 },
  ],
  license: null,
  scoring: "all-or-nothing",
  sections: [],
  descriptionHtml: "",
};

/** A bank of one exam. */
export function makeBank(questions: readonly BankQuestion[], exam: ExamDefinition = definition): BankContent {
  const text = JSON.stringify(exam);
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([text, questions]))
    .digest("hex");
  return {
    exams: [
      {
        slug: exam.slug,
        title: exam.title,
        language: exam.language ?? null,
        definition: text,
        contentHash: fingerprint,
        questions,
        unchanged: [],
      },
    ],
    media: [],
    fingerprint,
  };
}

/** Eight questions, four in each domain, synced. */
export async function syncSample(db: Database): Promise<void> {
  const questions = Array.from({ length: 8 }, (_, i) => makeQuestion(`q${i}`, { domain: i < 4 ? "a" : "b" }));
  await syncBank({ db, content: makeBank(questions), now: new Date("2026-11-22T12:00:00Z") });
}
