/**
 * Where a button of an item leads within its attempt: a position, or "review". It never leaves the open section; only the
 * section's review does. Buttons other than "next", "previous", "finish" and "go" with a position stay on the item.
 */
export function destination(
  intent: string,
  argument: string,
  position: number,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  if (intent === "go") return String(Math.min(to, Math.max(from, Math.floor(Number(argument)) || position)));
  if (intent === "next") return position < to ? String(position + 1) : "review";
  if (intent === "previous") return String(Math.max(from, position - 1));
  return intent === "finish" ? "review" : String(position);
}
