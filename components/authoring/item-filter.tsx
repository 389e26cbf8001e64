import Link from "next/link";
import { Button } from "#components/ui/button";
import { type ItemFilter, writeItemFilter } from "#lib/authoring/filter-items";
import { itemFlagNames } from "#lib/exam/item-flags";
import { fewestAnswersToJudge } from "#lib/exam/item-statistics";
import type { LanguageMarks } from "#lib/exam/language-marks";
import { useWords } from "#words";

type ItemFilterProps = {
  examSlug: string;
  domains: readonly string[];
  /** The attributes of the language of the domains. */
  marks: LanguageMarks;
  filter: ItemFilter;
  /** How many questions match the filter, and how many there are. */
  shown: number;
  count: number;
};

const field = "min-h-11 max-w-full min-w-0 rounded-lg border border-edge bg-sheet px-3";

/** Which questions to list. A plain form: it needs no script, and each result has an address. */
export function ItemFilterForm({ examSlug, domains, marks, filter, shown, count }: ItemFilterProps) {
  const t = useWords();
  const isFiltered = Object.keys(writeItemFilter(filter)).length > 0;
  return (
    <search className="mt-8 block text-sm">
      <form action="/authoring" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="exam" value={examSlug} />
        <label className="grid min-w-[min(12rem,100%)] flex-1 grid-cols-1 gap-1.5">
          {t("statistics.filterText")}
          <input type="search" name="q" defaultValue={filter.text} maxLength={200} className={field} />
        </label>
        <label className="grid gap-1.5 max-sm:w-full">
          {t("statistics.filterDomain")}
          <select name="domain" defaultValue={filter.domain} className={field}>
            <option value="">{t("statistics.everyDomain")}</option>
            {domains.map((domain) => (
              <option key={domain} {...marks}>
                {domain}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1.5 max-sm:w-full">
          {t("statistics.sort-flags")}
          <select name="flag" defaultValue={filter.flag} className={field}>
            <option value="">{t("statistics.whatever")}</option>
            <option value="any">{t("statistics.anything")}</option>
            {itemFlagNames.map((flag) => (
              <option key={flag} value={flag}>
                {t(`statistics.flag-${flag}`, { count: fewestAnswersToJudge })}
              </option>
            ))}
          </select>
        </label>
        <Button>{t("statistics.filter")}</Button>
      </form>
      {isFiltered ? (
        <p role="status" className="mt-3 flex flex-wrap items-baseline gap-x-4">
          {t("statistics.found", { shown, count })}
          <Link
            href={`/authoring?exam=${examSlug}`}
            prefetch={false}
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            {t("statistics.showAll")}
          </Link>
        </p>
      ) : null}
    </search>
  );
}
