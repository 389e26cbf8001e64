"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { Sort } from "#lib/discussion/schema";
import { useWords } from "#words";

const sorts = ["top", "newest", "oldest"] as const satisfies readonly Sort[];

/** The order of the thread: changes at once with script, by its button without. */
export function SortMenu({ path, sort }: { path: string; sort: Sort }) {
  const t = useWords();
  const router = useRouter();
  const menu = useRef<HTMLSelectElement>(null);
  // If the order changes in another way, by going back, the menu follows. Rendering it again would lose the focus.
  useEffect(() => {
    if (menu.current !== null) menu.current.value = sort;
  }, [sort]);
  return (
    <form method="get" action={`${path}#discussion`} className="flex items-center gap-2 text-sm">
      <label className="flex items-center gap-2">
        <span className="text-muted">{t("thread.sort")}</span>
        <select
          ref={menu}
          name="sort"
          defaultValue={sort}
          onChange={(event) => router.push(`${path}?sort=${event.target.value}`, { scroll: false })}
          className="min-h-11 rounded-lg border border-edge bg-sheet px-2"
        >
          {sorts.map((name) => (
            <option key={name} value={name}>
              {t(`thread.sort-${name}`)}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <button type="submit" className="min-h-11 underline underline-offset-4">
          {t("thread.show")}
        </button>
      </noscript>
    </form>
  );
}
