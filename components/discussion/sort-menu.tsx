"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect, useRef } from "react";
import { sortThreadAction } from "#lib/discussion/actions";
import type { Sort } from "#lib/discussion/schema";
import { useWords } from "#words";

const sorts = ["top", "newest", "oldest"] as const satisfies readonly Sort[];

/** The order of this and every other thread: one press with script, its button without. */
export function SortMenu({ path, sort }: { path: string; sort: Sort }) {
  const t = useWords();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  // If the order changes in another way, by going back, the menu follows. Rendering it again would lose the focus.
  useEffect(() => {
    const shown = form.current?.querySelector<HTMLInputElement>(`[value="${sort}"]`);
    if (shown) shown.checked = true;
  }, [sort]);

  /** In place: an address that says another order is left behind. */
  const choose = () =>
    startTransition(async () => {
      if (form.current === null) return;
      const choice = new FormData(form.current);
      choice.set("stay", "1");
      await sortThreadAction(choice);
      if (new URLSearchParams(location.search).has("sort")) router.push(path, { scroll: false });
    });

  return (
    <form ref={form} action={sortThreadAction} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="path" value={path} />
      <fieldset className="chips" onChange={choose}>
        <legend className="sr-only">{t("thread.sort")}</legend>
        {sorts.map((name) => (
          <label key={name}>
            <input type="radio" name="sort" value={name} defaultChecked={name === sort} />
            {t(`thread.sort-${name}`)}
          </label>
        ))}
      </fieldset>
      <noscript>
        <button type="submit" className="min-h-11 text-sm underline underline-offset-4">
          {t("thread.show")}
        </button>
      </noscript>
    </form>
  );
}
