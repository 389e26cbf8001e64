import { shortText } from "#lib/exam/short-text";
import type { Words } from "#lib/messages/words";

/** In characters: more than a tab shows. */
const longestStem = 60;

/** The title of an item's page, to tell it apart from others in a list of tabs: "Question 3: Which lake is the deepest?". */
export function itemTitle(t: Words, position: number, { stemText }: { readonly stemText: string }): string {
  return t("item.pageTitle", { position, stem: shortText(stemText, longestStem) });
}
