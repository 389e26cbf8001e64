import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { DisputeList } from "#components/authoring/dispute-list";
import { ItemTable } from "#components/authoring/item-table";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { refuseAccess } from "#lib/auth/read/refuse-access";
import { may } from "#lib/auth/viewer";
import { getItemReport } from "#lib/authoring/read/item-report";
import { listDisputes } from "#lib/authoring/read/list-disputes";
import { itemSorts, sortItems } from "#lib/authoring/sort-items";
import { readVerdict } from "#lib/authoring/verdict-form";
import { listExams } from "#lib/bank/read/exams";
import { disputeLine } from "#lib/content/dispute-line";
import { database } from "#lib/db/current";
import { dateOf, localDay } from "#lib/exam/local-time";

export const metadata: Metadata = { title: "Item statistics", robots: { index: false } };

type Search = { exam?: string; sort?: string; order?: string; page?: string; settle?: string };
type Props = { searchParams: Promise<Search> };

/** Questions on one page. */
const pageSize = 100;

export default async function AuthoringPage({ searchParams }: Props) {
  const search = await searchParams;
  const { exam, sort: wanted, order, page: number } = search;
  const verdict = readVerdict(search, dateOf(localDay(new Date(), "UTC")));
  const line = verdict && { name: verdict.name, text: disputeLine(verdict.note) };
  const viewer = await currentViewer();
  if (!may(viewer, "see-statistics")) return refuseAccess(viewer, "authoring");
  const exams = await listExams(database());
  const slug = typeof exam === "string" ? exam : exams[0]?.slug;
  const report = slug === undefined ? null : await getItemReport(database(), viewer, slug, new Date());
  if (report === null && exam !== undefined) notFound();
  const disputes = slug === undefined ? null : await listDisputes(database(), viewer, slug);
  const sort = itemSorts.find((known) => known === wanted) ?? "flags";
  // At first those that want to be looked at.
  const isDescending = wanted === undefined || order === "desc";
  const pages = Math.max(1, Math.ceil((report?.items.length ?? 0) / pageSize));
  const page = Math.min(pages, Math.max(1, Math.floor(Number(number)) || 1));
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold tracking-tight">Item statistics</h1>
      <nav aria-label="Exams" className="mt-4 flex flex-wrap gap-x-5 text-sm">
        {exams.map((one) => (
          <Link
            key={one.slug}
            href={`/authoring?exam=${one.slug}`}
            prefetch={false}
            aria-current={one.slug === report?.slug ? "page" : undefined}
            className="inline-flex min-h-11 items-center underline underline-offset-4 aria-[current]:font-semibold"
          >
            {one.title}
          </Link>
        ))}
      </nav>
      <p className="mt-2 max-w-3xl text-sm text-muted">
        From first answers to the present wording, each given before its key was seen; of the newest 50,000 of an exam,
        shared among its questions. Facility is the share of points, with the range in which it lies in 95 of 100 cases
        under it. Discrimination is the correlation with the ability that the same learner’s other answers show,
        corrected for how few those answers are; from about 0.2 an item does its work. Nothing is judged below 30
        answers, and at most one sound question in a hundred is called wrong by chance. How often each option was
        chosen, and by the strongest and the weakest third of the learners, shows once you have answered the question
        yourself. No question shows while you sit an exam with it. A key is doubted where another option explains the
        answers of those who know better than the key does; votes and comments have no part in it.
      </p>
      {disputes === null || report === null ? null : (
        <DisputeList disputes={disputes} examSlug={report.slug} line={line} />
      )}
      {report === null ? (
        <p className="mt-6 text-muted">There is no exam yet.</p>
      ) : (
        <ItemTable
          report={report}
          items={sortItems(report.items, sort, isDescending).slice((page - 1) * pageSize, page * pageSize)}
          sort={sort}
          isDescending={isDescending}
          page={page}
          pages={pages}
        />
      )}
    </>
  );
}
