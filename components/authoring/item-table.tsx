import Link from "next/link";
import { PageSteps } from "#components/page-steps";
import { type ItemFilter, writeItemFilter } from "#lib/authoring/filter-items";
import type { ItemEvidence, ItemReport, ItemRow } from "#lib/authoring/read/item-report";
import { type ItemSort, itemSorts } from "#lib/authoring/sort-items";
import { facilityRange, fewestAnswersToJudge } from "#lib/exam/item-statistics";
import { type LanguageMarks, languageMarks } from "#lib/exam/language-marks";
import type { Words } from "#lib/messages/words";
import { useWords } from "#words";

type ItemTableProps = {
  report: ItemReport;
  /** The items of this page. */
  items: readonly ItemRow[];
  /** The address fields that other pages and orders keep. */
  filter: ItemFilter;
  sort: ItemSort;
  isDescending: boolean;
  page: number;
  pages: number;
};

/** The statistics of each question; a column's heading sorts by it, and a second press reverses the order. */
export function ItemTable({ report, items, filter, sort, isDescending, page, pages }: ItemTableProps) {
  const t = useWords();
  const marks = languageMarks(report.language);
  const address = (by: ItemSort, order: string, number = 1) =>
    `/authoring?${new URLSearchParams({ exam: report.slug, ...writeItemFilter(filter), sort: by, order, ...(number > 1 ? { page: String(number) } : {}) })}`;
  const order = isDescending ? "desc" : "asc";
  return (
    <section aria-label={t("statistics.title")} className="mt-6 overflow-x-auto">
      <table className="w-full min-w-xl text-sm sm:min-w-2xl">
        <caption className="sr-only" {...marks}>
          {report.title}
        </caption>
        <thead className="text-start text-muted">
          <tr>
            {itemSorts.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={column === sort ? (isDescending ? "descending" : "ascending") : "none"}
                className="pe-4 font-medium whitespace-nowrap"
              >
                <Link
                  href={address(column, column === sort && !isDescending ? "desc" : "asc")}
                  prefetch={false}
                  className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4 hover:decoration-accent"
                >
                  {t(`statistics.sort-${column}`)}
                  {column === sort ? (
                    <span aria-hidden="true" className="ms-1">
                      {isDescending ? "↓" : "↑"}
                    </span>
                  ) : null}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Item key={item.name} item={item} path={`/exams/${report.slug}/questions/${item.name}`} marks={marks} />
          ))}
        </tbody>
      </table>
      <PageSteps
        page={page}
        pages={pages}
        addressOf={(number) => address(sort, order, number)}
        className="sticky start-0 mt-4"
      />
    </section>
  );
}

function Item({ item, path, marks }: { item: ItemRow; path: string; marks: LanguageMarks }) {
  const t = useWords();
  const {
    name,
    stem,
    domain,
    answers,
    facility,
    chance,
    medianMs,
    discrimination,
    discriminationRange,
    flags,
    options,
  } = item;
  return (
    <tr className="border-t border-line align-top tabular-nums">
      <th scope="row" className="max-w-40 py-2 pe-4 text-start font-normal sm:max-w-none">
        <Link href={path} prefetch={false} className="underline decoration-line underline-offset-4">
          {name}
        </Link>
        <span className="line-clamp-2 max-w-sm" {...marks}>
          {stem}
        </span>
        <span className="block text-muted" {...marks}>
          {domain}
        </span>
        {options === null ? null : <Choices options={options} answers={answers} marks={marks} />}
      </th>
      <td className="py-2 pe-4">{answers}</td>
      <td className="py-2 pe-4">
        {facility === null ? "–" : t("statistics.share", { share: whole(facility) })}
        {facility === null ? null : <Small>{shares(t, facilityRange(facility, answers))}</Small>}
        <Small>{t("statistics.guessing", { share: whole(chance) })}</Small>
        {medianMs === null ? null : <Small>{t("statistics.median", { seconds: Math.round(medianMs / 1000) })}</Small>}
      </td>
      <td className="py-2 pe-4">
        {discrimination === null ? "–" : signed(t, discrimination)}
        {discriminationRange === null ? null : <Small>{range(t, discriminationRange)}</Small>}
      </td>
      <td className="py-2">
        {flags.map((flag) => (
          <span key={flag} className={`block ${flag === "few-answers" ? "text-muted" : "text-flag"}`}>
            {t(`statistics.flag-${flag}`, { count: fewestAnswersToJudge })}
          </span>
        ))}
        {flags.includes("key-disputed") && item.evidence !== null ? (
          <Evidence evidence={item.evidence} marks={marks} />
        ) : null}
      </td>
    </tr>
  );
}

/** Why a key is disputed. People who have answered see which option would be the better key. */
function Evidence({ evidence: { answers, strength, rival }, marks }: { evidence: ItemEvidence; marks: LanguageMarks }) {
  const t = useWords();
  const times = Math.round(Math.exp(Math.min(strength, Math.log(1e6))));
  return (
    <span className="block max-w-xs text-muted">
      {rival === null
        ? t("statistics.evidence", { answers, times })
        : t.rich("statistics.evidenceOf", { rival: () => <span {...marks}>{rival}</span>, answers, times })}
    </span>
  );
}

/** The number of answers behind a figure, shown below it. */
function Small({ children }: { children: string }) {
  return <span className="block whitespace-nowrap text-muted">{children}</span>;
}

/** A share that is written as whole percents. */
function whole(share: number): number {
  return Math.round(100 * share) / 100;
}

function signed({ locale }: Words, value: number): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale, digits).format(value).replace("-", "−");
}

function range(t: Words, [low, high]: readonly [number, number]): string {
  return t("statistics.range", { low: signed(t, low), high: signed(t, high) });
}

function shares(t: Words, [low, high]: readonly [number, number]): string {
  return t("statistics.shares", { low: whole(low), high: whole(high) });
}

type ChoicesProps = { options: NonNullable<ItemRow["options"]>; answers: number; marks: LanguageMarks };

function Choices({ options, answers, marks }: ChoicesProps) {
  const t = useWords();
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2.5 text-muted">{t("statistics.choices")}</summary>
      <ul className="pb-2">
        {options.map(({ text, chosen, strong, weak, isKey }) => {
          const figures = {
            chosen,
            share: answers === 0 ? 0 : whole(chosen / answers),
            text: () => <span {...marks}>{text}</span>,
          };
          return (
            <li key={text}>
              {isKey
                ? t.rich("statistics.choiceKey", {
                    ...figures,
                    b: (key) => <b className="font-semibold text-good">{key}</b>,
                  })
                : t.rich("statistics.choice", figures)}
              {strong === null || weak === null ? null : (
                <Small>{t("statistics.thirds", { strong: whole(strong), weak: whole(weak) })}</Small>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
