import { returnPath } from "./schema.ts";

/** Pages that people visit only to get in; nobody wants to return to them. */
const entrances = /^\/(sign-in|sign-up|reset-password|first-administrator)(\/|\?|$)/;

/**
 * The page that a request came from, according to its browser: a path of this site, to return to after signing in. Home
 * if that is unknown, or if it is a page of another site.
 */
export function pathBefore(sent: Pick<Headers, "get">): string {
  const referrer = sent.get("referer") ?? "";
  if (sent.get("sec-fetch-site") !== "same-origin" || !URL.canParse(referrer)) return "/";
  const { pathname, search } = new URL(referrer);
  return entrances.test(pathname + search) ? "/" : returnPath(pathname + search);
}
