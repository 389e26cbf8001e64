import { type ItemFlag, itemFlagNames } from "#lib/exam/item-flags";
import type { ItemRow } from "./read/item-report.ts";

/** Which questions of an exam to list. */
export interface ItemFilter {
  /** Words that must all occur in the name or the text of a question. */
  readonly text: string;
  /** The title of a domain, or "" for all. */
  readonly domain: string;
  /** What there is to check: "any" for anything, "" for no restriction. */
  readonly flag: ItemFlag | "any" | "";
}

const longestText = 200;

/** The filter in an address. Unknown values filter nothing. */
export function readItemFilter(search: Readonly<Record<string, unknown>>): ItemFilter {
  const text = (name: string) => (typeof search[name] === "string" ? search[name].slice(0, longestText) : "");
  const flag = (["any", ...itemFlagNames] as const).find((known) => known === search.flag) ?? "";
  return { text: text("q").trim(), domain: text("domain"), flag };
}

/** The same as fields of an address, without those that filter nothing. */
export function writeItemFilter({ text, domain, flag }: ItemFilter): Readonly<Record<string, string>> {
  return { ...(text && { q: text }), ...(domain && { domain }), ...(flag && { flag }) };
}

export function filterItems(items: readonly ItemRow[], filter: ItemFilter): readonly ItemRow[] {
  const words = filter.text.toLowerCase().split(/\s+/);
  return items.filter(({ name, stem, domain, flags }) => {
    const place = `${name} ${stem}`.toLowerCase();
    const isFlagged =
      filter.flag === "any" ? flags.some((flag) => flag !== "few-answers") : matches(flags, filter.flag);
    return (
      words.every((word) => place.includes(word)) && (filter.domain === "" || domain === filter.domain) && isFlagged
    );
  });
}

function matches(flags: readonly ItemFlag[], wanted: Exclude<ItemFilter["flag"], "any">): boolean {
  return wanted === "" || flags.includes(wanted);
}
