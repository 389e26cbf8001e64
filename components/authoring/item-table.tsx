import Link from "next/link";
import type { ItemEvidence, ItemReport, ItemRow } from "#lib/authoring/read/item-report";
import type { ItemSort } from "#lib/authoring/sort-items";
import type { ItemFlag } from "#lib/exam/item-flags";
import { facilityRange, fewestAnswersToJudge } from "#lib/exam/item-statistics";

const columns: readonly (readonly [ItemSort, string])[] = [
  ["name", "Question"],
  ["answers", "Answers"],
  ["facility", "Facility"],
  ["discrimination", "Discrimination"],
  ["flags", "Look at"],
];

const flagNames: Readonly<Record<ItemFlag, string>> = {
  "few-answers": `fewer than ${fewestAnswersToJudge} answers`,
  "key-disputed": "those who know choose another option",
  negative: "the better learners get it wrong",
  weak: "tells little apart",
  hard: "hardly anybody is right",
  easy: "nearly everybody is right",
  "unused-distractor": "a distractor that nobody chose",
  "distractor-leads": "a distractor chosen more often than the key",
};

type ItemTableProps = {
  report: ItemReport;
  /** Those of this page. */
  items: readonly ItemRow[];
  sort: ItemSort;
  isDescending: boolean;
  page: number;
  pages: number;
};

/** How each question does; a column's head sorts by it, once more the other way. */
export function ItemTable({ report, items, sort, isDescending, page, pages }: ItemTableProps) {
  const address = (by: ItemSort, order: string, number = 1) =>
    `/authoring?${new URLSearchParams({ exam: report.slug, sort: by, order, ...(number > 1 ? { page: String(number) } : {}) })}`;
  const order = isDescending ? "desc" : "asc";
  return (
    <section aria-label="Item statistics" className="mt-6 overflow-x-auto">
      <table className="w-full min-w-2xl text-sm">
        <caption className="sr-only">{report.title}</caption>
        <thead className="text-left text-muted">
          <tr>
            {columns.map(([column, label]) => (
              <th
                key={column}
                scope="col"
                aria-sort={column === sort ? (isDescending ? "descending" : "ascending") : "none"}
                className="pr-4 font-medium whitespace-nowrap"
              >
                <Link
                  href={address(column, column === sort && !isDescending ? "desc" : "asc")}
                  prefetch={false}
                  className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4 hover:decoration-accent"
                >
                  {label}
                  {column === sort ? (
                    <span aria-hidden="true" className="ml-1">
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
            <Item key={item.name} item={item} path={`/exams/${report.slug}/questions/${item.name}`} />
          ))}
        </tbody>
      </table>
      {pages === 1 ? null : (
        <nav aria-label="Pages" className="sticky left-0 mt-4 flex flex-wrap items-center gap-x-5 text-sm">
          {page > 1 ? <PageLink href={address(sort, order, page - 1)}>Previous</PageLink> : null}
          <span className="text-muted">{`Page ${page} of ${pages}`}</span>
          {page < pages ? <PageLink href={address(sort, order, page + 1)}>Next</PageLink> : null}
        </nav>
      )}
    </section>
  );
}

function PageLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center underline underline-offset-4">
      {children}
    </Link>
  );
}

function Item({ item, path }: { item: ItemRow; path: string }) {
  const { name, domain, answers, facility, chance, medianMs, discrimination, discriminationRange, flags, options } =
    item;
  return (
    <tr className="border-t border-line align-top tabular-nums">
      <th scope="row" className="py-2 pr-4 text-left font-normal">
        <Link href={path} prefetch={false} className="underline decoration-line underline-offset-4">
          {name}
        </Link>
        <span className="block text-muted">{domain}</span>
        {options === null ? null : <Choices options={options} answers={answers} />}
      </th>
      <td className="py-2 pr-4">{answers}</td>
      <td className="py-2 pr-4">
        {facility === null ? "–" : `${Math.round(100 * facility)}%`}
        {facility === null ? null : <Small>{percents(facilityRange(facility, answers))}</Small>}
        <Small>{`guessing: ${Math.round(100 * chance)}%`}</Small>
        {medianMs === null ? null : <Small>{`median time: ${Math.round(medianMs / 1000)} s`}</Small>}
      </td>
      <td className="py-2 pr-4">
        {discrimination === null ? "–" : signed(discrimination)}
        {discriminationRange === null ? null : <Small>{discriminationRange.map(signed).join(" to ")}</Small>}
      </td>
      <td className="py-2">
        {flags.map((flag) => (
          <span key={flag} className={`block ${flag === "few-answers" ? "text-muted" : "text-flag"}`}>
            {flagNames[flag]}
          </span>
        ))}
        {flags.includes("key-disputed") && item.evidence !== null ? <Evidence evidence={item.evidence} /> : null}
      </td>
    </tr>
  );
}

/** Why a key is doubted. Which option would be the better key shows to those who have answered. */
function Evidence({ evidence: { answers, strength, rival } }: { evidence: ItemEvidence }) {
  const times = Math.round(Math.exp(Math.min(strength, Math.log(1e6)))).toLocaleString("en");
  return (
    <span className="block max-w-xs text-muted">
      {rival === null ? "Another option" : `“${rival}”`} explains {answers} answers {times} times as well as the key.
    </span>
  );
}

/** What a figure rests on, under it. */
function Small({ children }: { children: string }) {
  return <span className="block whitespace-nowrap text-muted">{children}</span>;
}

function signed(value: number): string {
  return value.toFixed(2).replace("-", "−");
}

function percents([low, high]: readonly [number, number]): string {
  return `${Math.round(100 * low)} to ${Math.round(100 * high)}%`;
}

type ChoicesProps = { options: NonNullable<ItemRow["options"]>; answers: number };

function Choices({ options, answers }: ChoicesProps) {
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2.5 text-muted">Choices</summary>
      <ul className="pb-2">
        {options.map(({ text, chosen, strong, weak, isKey }) => (
          <li key={text}>
            {chosen} ({answers === 0 ? 0 : Math.round((100 * chosen) / answers)}%): {text}
            {isKey ? <b className="font-semibold text-good"> (key)</b> : null}
            {strong === null || weak === null ? null : (
              <Small>{`strongest third ${Math.round(100 * strong)}%, weakest third ${Math.round(100 * weak)}%`}</Small>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
