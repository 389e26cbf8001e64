import type { Metadata } from "next";
import { FocusedNotice } from "#components/focused-notice";
import { PageSteps } from "#components/page-steps";
import { SearchForm } from "#components/search/search-form";
import { SearchHits } from "#components/search/search-hits";
import { ButtonLink } from "#components/ui/button-link";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { type ExamCard, listExams } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import { searchQuestions } from "#lib/search/read/search-questions";
import type { SearchResult } from "#lib/search/search-hit";
import { searchWords } from "#lib/search/search-words";

import { currentWords } from "#lib/settings/read/current-words";
import { useWords } from "#words";
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords())("search.title"), robots: { index: false } };
}

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** In characters: how much of a search text the field shows again. */
const longestShown = 200;

export default async function SearchPage({ searchParams }: Props) {
  const [{ q, exam, page }, t] = await Promise.all([searchParams, currentWords()]);
  const search = typeof q === "string" ? q.replace(/\p{Cc}/gu, " ").slice(0, longestShown) : "";
  const db = database();
  const exams = await listExams(db);
  const chosen = exams.find(({ slug }) => slug === exam) ?? null;
  const words = searchWords(typeof q === "string" ? q : "");
  const request = { words, examSlug: chosen?.slug ?? null, page: Math.floor(Number(page)) || 1 };
  const result = words.length === 0 ? null : await searchQuestions(db, await currentViewer(), request, new Date());
  return (
    <div className="max-w-3xl">
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("search.title")}</h1>
      <SearchForm
        search={search}
        examSlug={chosen?.slug ?? null}
        exams={exams}
        label={t("search.questions")}
        className="mt-5"
      />
      <p className="mt-3 text-sm text-muted">{t("search.what")}</p>
      {result === null ? (
        <NothingSearched search={search} />
      ) : result.count === 0 ? (
        <NothingFound search={search} chosen={chosen} hasSeveral={words.length > 1} />
      ) : (
        <Found result={result} search={search} chosen={chosen} />
      )}
    </div>
  );
}

function NothingSearched({ search }: { search: string }) {
  const t = useWords();
  return search.trim() === "" ? null : (
    <p role="status" className="mt-6">
      {t("search.signs")}
    </p>
  );
}

function NothingFound({
  search,
  chosen,
  hasSeveral,
}: {
  search: string;
  chosen: ExamCard | null;
  hasSeveral: boolean;
}) {
  const t = useWords();
  return (
    <div className="mt-6">
      <FocusedNotice id="found" className="wrap-anywhere">
        {t("search.none", {
          where: chosen === null ? "any" : "exam",
          exam: chosen?.title ?? "",
          several: hasSeveral ? "yes" : "no",
          search,
        })}
      </FocusedNotice>
      <div className="mt-4 flex flex-wrap gap-3">
        {chosen === null ? null : (
          <ButtonLink href={addressOf(search, null, 1)} look="primary">
            {t("search.allExams")}
          </ButtonLink>
        )}
        <ButtonLink href={chosen === null ? "/" : `/exams/${chosen.slug}`}>
          {chosen === null ? t("search.seeExams") : t("search.goTo", { exam: chosen.title })}
        </ButtonLink>
      </div>
    </div>
  );
}

function Found({ result, search, chosen }: { result: SearchResult; search: string; chosen: ExamCard | null }) {
  const t = useWords();
  const { hits, count, isCut, page, pages } = result;
  return (
    <>
      <FocusedNotice id="found" className="my-4 text-sm text-muted tabular-nums">
        {t(isCut ? "search.many" : "search.count", { count })}
      </FocusedNotice>
      <SearchHits hits={hits} />
      <PageSteps page={page} pages={pages} addressOf={(number) => addressOf(search, chosen, number)} />
    </>
  );
}

function addressOf(search: string, exam: ExamCard | null, page: number): string {
  const fields = { q: search, ...(exam && { exam: exam.slug }), ...(page > 1 && { page: String(page) }) };
  return `/search?${new URLSearchParams(fields)}`;
}
