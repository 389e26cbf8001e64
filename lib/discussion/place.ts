import type { Sort } from "./schema.ts";

/** Where a thread is shown, so that its links and forms lead back there. */
export interface Place {
  readonly path: string;
  /** The question's permanent address. */
  readonly questionPath: string;
  readonly sort: Sort;
  /** The order in which this reader sees threads whose address says none. */
  readonly usualSort: Sort;
  readonly after: string | undefined;
}

/** The current address of the thread, with more in its query. */
export function addressOf(place: Place, more: Readonly<Record<string, string>> = {}, hash = "discussion"): string {
  const query = new URLSearchParams();
  // A cursor belongs to its order, whichever is the usual one when its address is opened.
  if (place.sort !== place.usualSort || place.after !== undefined) query.set("sort", place.sort);
  if (place.after !== undefined) query.set("after", place.after);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  const text = query.toString();
  return `${place.path}${text === "" ? "" : `?${text}`}#${hash}`;
}
