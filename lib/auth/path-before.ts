import { returnPath } from "./schema.ts";

/** Pages that somebody comes to only to get in; nobody wants to be back there. */
const entrances = /^\/(sign-in|sign-up|reset-password|first-administrator)(\/|\?|$)/;

/**
 * The page that a request came from, by what its browser says: a path of this site, to which one returns after signing in.
 * Home where that cannot be known, and for a page of another site.
 */
export function pathBefore(sent: Pick<Headers, "get">): string {
  const referrer = sent.get("referer") ?? "";
  if (sent.get("sec-fetch-site") !== "same-origin" || !URL.canParse(referrer)) return "/";
  const { pathname, search } = new URL(referrer);
  return entrances.test(pathname + search) ? "/" : returnPath(pathname + search);
}
