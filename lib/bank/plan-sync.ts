import { hash } from "node:crypto";
import type { BankContent, BankExam, BankQuestion, QuestionSource } from "./bank-content.ts";

/** What the database knows about one question. */
export interface KnownQuestion {
  readonly id: string;
  readonly examSlug: string;
  readonly name: string;
  readonly domain: string;
  readonly difficulty: string | null;
  readonly tags: string;
  readonly retired: boolean;
  /** The wording that is shown. */
  readonly revisionId: string | null;
  readonly contentHash: string | null;
  /** The highest revision number, shown or not. */
  readonly lastNumber: number;
  /** Hash of that revision, if a concurrent sync, or one that failed just now, has written it. */
  readonly stagedHash: string | null;
}

export interface NewRevision {
  readonly id: string;
  readonly questionId: string;
  readonly number: number;
  readonly wording: Pick<BankQuestion, "contentHash" | "publicPart" | "secretPart" | "source">;
}

/** The new source of a wording that stays. */
export interface KeptSource {
  readonly revisionId: string;
  readonly source: QuestionSource;
}

/** What a question row must contain once the sync is visible. */
export interface ShownQuestion {
  readonly id: string;
  readonly domain: string;
  readonly difficulty: string | null;
  readonly tags: string;
  /** Null keeps its revision. */
  readonly revisionId: string | null;
}

export interface SyncPlan {
  readonly newQuestions: readonly {
    readonly id: string;
    readonly examSlug: string;
    readonly name: string;
    readonly domain: string;
  }[];
  readonly newRevisions: readonly NewRevision[];
  readonly sources: readonly KeptSource[];
  readonly shown: readonly ShownQuestion[];
  readonly retired: readonly string[];
  readonly counts: SyncCounts;
  readonly changes: SyncChanges;
}

/** The questions that a sync changes, as "<exam>/<id>". */
export interface SyncChanges {
  readonly added: readonly string[];
  readonly revised: readonly string[];
  readonly retired: readonly string[];
  /** Retired, and added again word for word with another id: almost certainly a renamed file. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

export interface SyncCounts {
  readonly added: number;
  readonly revised: number;
  readonly unchanged: number;
  readonly retired: number;
}

/** Compares the content with the database, and returns what to write. */
export function planSync(content: BankContent, known: readonly KnownQuestion[]): SyncPlan {
  const byKey = new Map(known.map((question) => [keyOf(question.examSlug, question.name), question]));
  const plan = {
    newQuestions: [] as SyncPlan["newQuestions"][number][],
    newRevisions: [] as NewRevision[],
    sources: [] as KeptSource[],
    shown: [] as ShownQuestion[],
  };
  const counts = { added: 0, revised: 0, unchanged: 0 };
  const added = new Map<string, string>();
  const revised: string[] = [];
  const present = new Set<string>();

  const visit = (exam: BankExam, question: BankQuestion) => {
    // Its file stays because of the verdict, but the question is no longer asked.
    if (question.dispute?.status === "retired") return;
    const key = keyOf(exam.slug, question.name);
    present.add(key);
    const before = byKey.get(key);
    const id = before?.id ?? questionId(exam.slug, question.name);
    if (!before) plan.newQuestions.push({ id, examSlug: exam.slug, name: question.name, domain: question.domain });
    const same = before?.contentHash === question.contentHash;
    counts[same ? "unchanged" : before?.contentHash ? "revised" : "added"]++;
    if (!before?.contentHash) added.set(key, question.contentHash);
    else if (!same) revised.push(key);
    const number = (before?.lastNumber ?? 0) + (before?.stagedHash === question.contentHash ? 0 : 1);
    const revisionId = same ? null : idOfRevision(id, number, question.contentHash);
    if (revisionId !== null) plan.newRevisions.push({ id: revisionId, questionId: id, number, wording: question });
    else if (before?.revisionId && question.source)
      plan.sources.push({ revisionId: before.revisionId, source: question.source });
    const row = {
      id,
      domain: question.domain,
      difficulty: question.difficulty,
      tags: JSON.stringify(question.tags),
      revisionId,
    };
    if (!same || before?.retired || isRelabelled(before, row)) plan.shown.push(row);
  };
  for (const exam of content.exams) {
    for (const question of exam.questions) visit(exam, question);
    for (const name of exam.unchanged) present.add(keyOf(exam.slug, name));
    counts.unchanged += exam.unchanged.length;
  }

  const gone = known.filter((q) => !q.retired && q.contentHash !== null && !present.has(keyOf(q.examSlug, q.name)));
  const changes = {
    added: [...added.keys()],
    revised,
    retired: gone.map((q) => keyOf(q.examSlug, q.name)),
    renamed: renamed(gone, added),
  };
  return { ...plan, retired: gone.map((q) => q.id), counts: { ...counts, retired: gone.length }, changes };
}

/** Each retired question with the added question of its exam that has the same content. */
function renamed(gone: readonly KnownQuestion[], added: ReadonlyMap<string, string>): SyncChanges["renamed"] {
  const byContent = new Map(Array.from(added, ([key, hash]) => [`${key.split("/")[0]}/${hash}`, key]));
  return gone.flatMap(({ examSlug, name, contentHash }) => {
    const to = byContent.get(`${examSlug}/${contentHash}`);
    return to === undefined ? [] : [{ from: keyOf(examSlug, name), to }];
  });
}

/** The same in every database, so a seed gives the same exam on every installation with the same bank. */
function questionId(examSlug: string, name: string): string {
  return shortHash(keyOf(examSlug, name));
}

/** The same in every process, so two processes that sync the same content at once write the same rows. */
function idOfRevision(questionId: string, number: number, contentHash: string): string {
  return shortHash(`${questionId}/${number}/${contentHash}`);
}

function shortHash(text: string): string {
  return hash("sha256", text, "hex").slice(0, 32);
}

function keyOf(examSlug: string, name: string): string {
  return `${examSlug}/${name}`;
}

function isRelabelled(before: KnownQuestion | undefined, row: ShownQuestion): boolean {
  return before?.domain !== row.domain || before.difficulty !== row.difficulty || before.tags !== row.tags;
}
