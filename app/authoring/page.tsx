import type { Metadata } from "next";
import Link from "next/link";
import { DisputeList } from "#components/authoring/dispute-list";
import { ItemFilterForm } from "#components/authoring/item-filter";
import { ItemTable } from "#components/authoring/item-table";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { filterItems, readItemFilter } from "#lib/authoring/filter-items";
import { examsForAuthors } from "#lib/authoring/read/exams-for-authors";
import { getItemReport } from "#lib/authoring/read/item-report";
import { listDisputes } from "#lib/authoring/read/list-disputes";
import { itemSorts, sortItems } from "#lib/authoring/sort-items";
import { readVerdict } from "#lib/authoring/verdict-form";
import { disputeLine } from "#lib/content/dispute-line";
import { database } from "#lib/db/current";
import { languageMarks } from "#lib/exam/language-marks";
import { dateOf, localDay } from "#lib/exam/local-time";
import { pageOf } from "#lib/exam/page-of";
import { currentWords } from "#lib/settings/read/current-words";
import { MissingPage, refusedPage, staffMetadata } from "../missing-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return staffMetadata("see-statistics", "statistics.title");
}

type Search = { exam?: string; sort?: string; order?: string; page?: string; settle?: string };
type Props = { searchParams: Promise<Search> };

/** Questions on one page. */
const pageSize = 100;

export default async function AuthoringPage({ searchParams }: Props) {
  const search = await searchParams;
  const { exam, sort: wanted, order, page: number } = search;
  const verdict = readVerdict(search, dateOf(localDay(new Date(), "UTC")));
  const line = verdict && { ...verdict, text: disputeLine(verdict.note) };
  const t = await currentWords();
  const viewer = await currentViewer();
  const exams = await examsForAuthors(database(), viewer);
  if (exams === null) return refusedPage(viewer, "authoring");
  const slug = typeof exam === "string" ? exam : exams[0]?.slug;
  const report = slug === undefined ? null : await getItemReport(database(), viewer, slug, new Date());
  if (report === null && exam !== undefined) return <MissingPage />;
  const disputes = slug === undefined ? null : await listDisputes(database(), viewer, slug);
  const sort = itemSorts.find((known) => known === wanted) ?? "flags";
  // Initially, those that need attention.
  const isDescending = wanted === undefined || order === "desc";
  const filter = readItemFilter(search);
  const items = filterItems(report?.items ?? [], filter);
  const listed = pageOf(sortItems(items, sort, isDescending), number, pageSize);
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">{t("statistics.title")}</h1>
      <p className="mt-3 text-sm">
        <Link href="/authoring/suggestions" prefetch={false} className="text-accent underline underline-offset-4">
          {t("suggestions.queue")}
        </Link>
      </p>
      <nav aria-label={t("statistics.exams")} className="mt-4 flex flex-wrap gap-x-5 text-sm">
        {exams.map((one) => (
          <Link
            key={one.slug}
            href={`/authoring?exam=${one.slug}`}
            prefetch={false}
            aria-current={one.slug === report?.slug ? "page" : undefined}
            className="inline-flex min-h-11 items-center underline underline-offset-4 aria-[current]:font-semibold"
          >
            <span {...languageMarks(one.language)}>{one.title}</span>
            {one.waiting === 0 ? null : (
              <span className="ms-2 whitespace-nowrap rounded-full bg-flag-soft px-2 py-0.5 text-flag text-xs">
                {t("statistics.waiting", { count: one.waiting })}
              </span>
            )}
          </Link>
        ))}
      </nav>
      <details className="mt-2 max-w-3xl text-sm text-muted">
        <summary className="min-h-11 cursor-pointer py-2.5">{t("statistics.about")}</summary>
        <div className="grid gap-2">
          <p>{t("statistics.aboutSource")}</p>
          <p>{t("statistics.aboutFigures")}</p>
          <p>{t("statistics.aboutFlags")}</p>
          <p>{t("statistics.aboutChoices")}</p>
        </div>
      </details>
      {disputes === null || report === null ? null : (
        <DisputeList disputes={disputes} examSlug={report.slug} line={line} />
      )}
      {report === null ? (
        <p className="mt-6 text-muted">{t("statistics.noExam")}</p>
      ) : (
        <>
          <ItemFilterForm
            examSlug={report.slug}
            domains={[...new Set(report.items.map(({ domain }) => domain))].sort()}
            marks={languageMarks(report.language)}
            filter={filter}
            shown={items.length}
            count={report.items.length}
          />
          <ItemTable
            report={report}
            items={listed.items}
            filter={filter}
            sort={sort}
            isDescending={isDescending}
            page={listed.page}
            pages={listed.pages}
          />
        </>
      )}
    </>
  );
}
