import type { Database } from "#lib/db/database";
import { withoutNul } from "#lib/db/keepable";
import { type ExamDefinition, minutesOf } from "#lib/exam/exam-definition";
import { readExamDefinition, readPublicQuestion, readTexts } from "#lib/exam/json-columns";
import { whileShown } from "./while-shown.ts";

export interface ExamCard {
  readonly slug: string;
  readonly title: string;
  readonly code: string | null;
  /** The language of its texts; absent if it does not say. */
  readonly language?: string | undefined;
  readonly questions: number;
  readonly minutes: number;
  readonly available: number;
}

/** The exams on offer, by title. */
export function listExams(db: Database): Promise<readonly ExamCard[]> {
  return whileShown(db, "exams", () => loadExams(db));
}

async function loadExams(db: Database): Promise<readonly ExamCard[]> {
  const exams = await db.read.exam.findMany({
    where: { retiredAt: null },
    select: { slug: true, definition: true, _count: { select: { questions: { where: shown } } } },
    orderBy: { title: "asc" },
  });
  return exams.map(({ slug, definition, _count }) => {
    const { title, code, language, questions, minutes } = readDefinition(definition);
    return { slug, title, code, language, questions, minutes, available: _count.questions };
  });
}

/** A stored definition, with the actual duration of an exam. */
function readDefinition(kept: string): ExamDefinition {
  const definition = readExamDefinition(kept);
  return { ...definition, minutes: minutesOf(definition) };
}

export interface ExamOverview extends ExamDefinition {
  /** How many questions each domain offers. */
  readonly available: Readonly<Record<string, number>>;
  /** The tags of its questions, in order. */
  readonly tags: readonly string[];
}

/** One exam on offer, or null. */
export async function getExam(db: Database, slug: string): Promise<ExamOverview | null> {
  if (!withoutNul.test(slug)) return null;
  return whileShown(db, `exam ${slug}`, () => loadExam(db, slug));
}

async function loadExam(db: Database, slug: string): Promise<ExamOverview | null> {
  const exam = await db.read.exam.findUnique({ where: { slug, retiredAt: null }, select: { definition: true } });
  if (exam === null) return null;
  const groups = await db.read.question.groupBy({
    by: ["domain"],
    where: { examSlug: slug, ...shown },
    _count: { _all: true },
  });
  const available = Object.fromEntries(groups.map((group) => [group.domain, group._count._all]));
  return { ...readDefinition(exam.definition), available, tags: await loadTags(db, slug) };
}

/** What an exam says about itself, even if it is no longer offered: attempts and threads outlast it. Or null. */
export async function findExam(
  db: Database,
  slug: string,
): Promise<(ExamDefinition & { readonly isOffered: boolean }) | null> {
  if (!withoutNul.test(slug)) return null;
  return whileShown(db, `any exam ${slug}`, async () => {
    const exam = await db.read.exam.findUnique({ where: { slug }, select: { definition: true, retiredAt: true } });
    return exam && { ...readDefinition(exam.definition), isOffered: exam.retiredAt === null };
  });
}

async function loadTags(db: Database, slug: string): Promise<readonly string[]> {
  const rows = await db.read.$queryRaw<{ readonly tags: string }[]>`
    SELECT DISTINCT "tags" FROM "Question"
    WHERE "examSlug" = ${slug} AND "retiredAt" IS NULL AND "revisionId" IS NOT NULL`;
  return [...new Set(rows.flatMap((row) => readTexts(row.tags)))].sort();
}

export interface Candidate {
  readonly questionId: string;
  readonly revisionId: string;
  readonly domain: string;
  readonly name: string;
  readonly tags: readonly string[];
  /** The difficulty according to its author: easy, medium or hard; null if none is stated. */
  readonly difficulty: string | null;
  /** The first question based on the same case; absent for a question without a case. */
  readonly caseId?: string | undefined;
}

/** Every question that an attempt at this exam may draw. */
export function listCandidates(db: Database, examSlug: string): Promise<readonly Candidate[]> {
  return whileShown(db, `candidates ${examSlug}`, () => loadCandidates(db, examSlug));
}

async function loadCandidates(db: Database, examSlug: string): Promise<readonly Candidate[]> {
  const questions = await db.read.question.findMany({
    where: { examSlug, ...shown },
    select: { id: true, revisionId: true, domain: true, name: true, tags: true, difficulty: true },
  });
  const cases = await loadCases(db, examSlug);
  return questions.map((question) => ({
    questionId: question.id,
    // `shown` leaves no question without a revision.
    revisionId: question.revisionId as string,
    domain: question.domain,
    name: question.name,
    tags: readTexts(question.tags),
    difficulty: question.difficulty,
    caseId: cases.get(question.id),
  }));
}

/** For each question, the first one based on the same case. A case is identified by its text. */
async function loadCases(db: Database, examSlug: string): Promise<ReadonlyMap<string, string>> {
  // Quotes within a text are escaped in JSON, so that only the field itself can match.
  const rows = await db.read.$queryRaw<{ readonly id: string; readonly publicPart: string }[]>`
    SELECT q."id", r."publicPart" FROM "Question" q JOIN "Revision" r ON r."id" = q."revisionId"
    WHERE q."examSlug" = ${examSlug} AND q."retiredAt" IS NULL AND r."publicPart" LIKE '%"scenario":{%'
    ORDER BY q."id"`;
  const first = new Map<string, string>();
  return new Map(
    rows.map(({ id, publicPart }) => {
      const text = JSON.stringify(readPublicQuestion(publicPart).scenario);
      if (!first.has(text)) first.set(text, id);
      return [id, first.get(text) as string];
    }),
  );
}

export interface QuestionLocation {
  readonly questionId: string;
  readonly revisionId: string;
  readonly retired: boolean;
}

interface LocationRow {
  readonly id: string;
  readonly revisionId: string | null;
  readonly retiredAt: Date | null;
}

/** Where a question is stored, by its permanent address. A retired question is still found, because its thread stays. */
export async function findQuestion(db: Database, examSlug: string, name: string): Promise<QuestionLocation | null> {
  if (!withoutNul.test(examSlug) || !withoutNul.test(name)) return null;
  const [question] = await db.read.$queryRaw<LocationRow[]>`
    SELECT "id", "revisionId", "retiredAt" FROM "Question" WHERE "examSlug" = ${examSlug} AND "name" = ${name}`;
  if (question === undefined || question.revisionId === null) return null;
  return { questionId: question.id, revisionId: question.revisionId, retired: question.retiredAt !== null };
}

const shown = { retiredAt: null, revisionId: { not: null } } as const;
