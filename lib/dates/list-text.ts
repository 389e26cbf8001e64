import { listFormat } from "#lib/messages/formatters";
import type { Words } from "#lib/messages/words";

/** "A, B and D" as the reader's language joins a list: with its "and", its "or", or commas alone ("unit"). */
export function listText(
  { locale }: Pick<Words, "locale">,
  items: readonly string[],
  type: Intl.ListFormatType = "conjunction",
): string {
  return listFormat(locale, { type, style: type === "unit" ? "short" : "long" }).format(items);
}
