/**
 * Where within its attempt a button of an item leads: a position, or "review". Not out of the open section, which is left by
 * its review alone. What a button says but "next", "previous", "finish" and "go" with a position stays where it is.
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
