import type { Viewer } from "#lib/auth/viewer";
import { getExam } from "#lib/bank/read/exams";
import { publicPartsOf } from "#lib/bank/read/revisions";
import type { Database } from "#lib/db/database";
import { readTexts } from "#lib/exam/json-columns";
import { pageOf } from "#lib/exam/page-of";
import { readableText } from "#lib/exam/readable-text";
import { shortText } from "#lib/exam/short-text";
import { keptBack } from "#lib/review/read/kept-form";
import { rank } from "../rank.ts";
import type { SearchHit, SearchResult } from "../search-hit.ts";
import { excerptOf, markWords, matchesIn, type SearchWord } from "../search-words.ts";
import { disclosedCandidates, type OpenRow, type OpenText } from "./disclosed-candidates.ts";
import { type FoundRow, mostFound, publicCandidates } from "./public-candidates.ts";

/** Results on one page. */
const pageSize = 20;
/** In characters. */
const longestStem = 160;
const excerptLength = 220;

export interface SearchRequest {
  readonly words: readonly SearchWord[];
  /** Null for every exam. */
  readonly examSlug: string | null;
  /** From 1. */
  readonly page: number;
}

/** The questions that contain every word, in their public texts or in what is disclosed to this viewer. */
export async function searchQuestions(
  db: Database,
  viewer: Viewer,
  { words, examSlug, page: wanted }: SearchRequest,
  now: Date,
): Promise<SearchResult> {
  const [known, open, kept] = await Promise.all([
    publicCandidates(db, words, examSlug),
    disclosedCandidates(db, viewer, words, examSlug, now),
    keptBack(db, viewer.learnerId, now),
  ]);
  const rows = new Map<string, OpenRow>(known.map((row) => [row.questionId, { ...row, texts: [] }]));
  for (const row of open) rows.set(row.questionId, row);
  for (const questionId of kept) rows.delete(questionId);
  const candidates = [...rows.values()].map((row) => ({ ...row, disclosed: row.texts.map(({ text }) => text) }));
  const found = rank(candidates, words);
  const { items, page, pages } = pageOf(found, wanted, pageSize);
  return {
    hits: await toHits(db, items, words),
    count: found.length,
    isCut: known.length >= mostFound,
    page,
    pages,
  };
}

interface QuestionRow {
  readonly id: string;
  readonly examSlug: string;
  readonly name: string;
  readonly domain: string;
  readonly tags: string;
  readonly revisionId: string;
}

async function toHits(
  db: Database,
  shown: readonly (FoundRow & { readonly texts: readonly OpenText[] })[],
  words: readonly SearchWord[],
): Promise<readonly SearchHit[]> {
  const questions = await db.read.question.findMany({
    where: { id: { in: shown.map(({ questionId }) => questionId) }, revisionId: { not: null } },
    select: { id: true, examSlug: true, name: true, domain: true, tags: true, revisionId: true },
  });
  const byId = new Map((questions as QuestionRow[]).map((question) => [question.id, question]));
  const parts = await publicPartsOf(
    db.read,
    [...byId.values()].map(({ revisionId }) => revisionId),
  );
  const slugs = [...new Set([...byId.values()].map(({ examSlug }) => examSlug))];
  const exams = new Map(await Promise.all(slugs.map(async (slug) => [slug, await getExam(db, slug)] as const)));
  return shown.flatMap(({ questionId, texts }) => {
    const question = byId.get(questionId);
    const part = question && parts.get(question.revisionId);
    if (question === undefined || part === undefined) return [];
    const { examSlug, name, domain, tags } = question;
    const exam = exams.get(examSlug);
    const stem = readableText(part.stemHtml);
    return [
      {
        questionId,
        path: `/exams/${examSlug}/questions/${name}`,
        stem: markWords(shortText(stem, longestStem), words),
        examTitle: exam?.title ?? examSlug,
        examLanguage: exam?.language ?? null,
        domainTitle: exam?.domains.find(({ id }) => id === domain)?.title ?? domain,
        tags: readTexts(tags).map((tag) => markWords(tag, words)),
        excerpt: excerptFor(stem, texts, words),
      },
    ];
  });
}

/** The text that adds most to the beginning of the stem; null if the beginning contains every word. */
function excerptFor(stem: string, texts: readonly OpenText[], words: readonly SearchWord[]): SearchHit["excerpt"] {
  const inSight = matchesIn(shortText(stem, longestStem), words);
  const missing = words.filter((word) => !inSight.has(word));
  let best: OpenText | null = null;
  let most = 0;
  for (const each of [{ source: "question", text: stem } as const, ...texts]) {
    const count = matchesIn(each.text, missing).size;
    if (count > most) [best, most] = [each, count];
  }
  // If the stem contains every word, a disclosed text about the same is worth a line too.
  best ??= texts.find(({ text }) => matchesIn(text, words).size > 0) ?? null;
  const pieces = best && excerptOf(best.text, missing.length > 0 ? missing : words, excerptLength);
  return best === null || pieces === null ? null : { source: best.source, pieces };
}
