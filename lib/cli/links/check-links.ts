import type { Problem } from "#lib/content/problem";
import { type LinkRuleId, linkRules } from "#lib/content/rules/link-rules";
import type { FoundAddress } from "./find-addresses.ts";
import { type Ask, politeAsker } from "./polite-asker.ts";
import { hasPlace } from "./read-page.ts";
import { noSuchServer, type Visit, visitAddress } from "./visit-address.ts";

export interface CheckedLinks {
  readonly problems: readonly Problem[];
  /** Addresses that lead to what they name, moved or not. */
  readonly alive: ReadonlySet<string>;
}

export interface LinkOptions {
  /** Milliseconds between two requests to one host. */
  readonly pauseMs: number;
  readonly tell?: (text: string) => void;
}

/** So many hosts are asked at the same time. */
const hostsAtOnce = 8;

/** Looks every address up, each page once, and tells of those that are not what they were. */
export async function checkLinks(found: readonly FoundAddress[], options: LinkOptions): Promise<CheckedLinks> {
  const visits = unlessOffline(await visitAll([...new Set(found.map(({ url }) => pageOf(url)))], options));
  const problems: Problem[] = [];
  const alive = new Set<string>();
  for (const { file, place, url } of found) {
    const reported = problemOf(url, visits.get(pageOf(url)));
    if (reported === null || reported.rule === "link-moved") alive.add(url);
    if (reported !== null) problems.push({ ...reported, severity: linkRules[reported.rule].severity, file, place });
  }
  return { problems, alive };
}

/** One host after another in each of a few lanes; the hosts are asked politely by `politeAsker`. */
async function visitAll(urls: readonly string[], options: LinkOptions): Promise<ReadonlyMap<string, Visit>> {
  const ask: Ask = politeAsker(options.pauseMs);
  const visits = new Map<string, Visit>();
  const hosts = [...new Set(urls.map((url) => new URL(url).host))];
  const lane = async (): Promise<void> => {
    for (let host = hosts.shift(); host !== undefined; host = hosts.shift())
      for (const url of urls.filter((each) => new URL(each).host === host)) {
        visits.set(url, await visitAddress(url, ask));
        options.tell?.(`${visits.size} of ${urls.length} pages: ${host}`);
      }
  };
  await Promise.all(Array.from({ length: hostsAtOnce }, lane));
  return visits;
}

/** Where no server at all could be found, it is this machine that has no network. */
export function unlessOffline(visits: ReadonlyMap<string, Visit>): ReadonlyMap<string, Visit> {
  const isLost = ({ verdict }: Visit) => verdict.kind === "broken" && verdict.why === noSuchServer;
  if (![...visits.values()].every(isLost)) return visits;
  const why = "could not be looked up, and neither could any other: is this machine online?";
  return new Map([...visits].map(([url, visit]) => [url, { ...visit, verdict: { kind: "unchecked", why } }]));
}

interface LinkProblem {
  readonly rule: LinkRuleId;
  readonly message: string;
  readonly fix: string;
}

function problemOf(url: string, visit: Visit | undefined): LinkProblem | null {
  if (visit === undefined) throw new Error(`${url} was not visited`);
  const { verdict, page } = visit;
  const shown = url.slice(0, 200);
  if (verdict.kind === "broken")
    return {
      rule: "link-broken",
      message: `${shown} ${verdict.why}`,
      fix: "link to where the page is now, or to another source",
    };
  if (verdict.kind === "soft-404")
    return {
      rule: "link-soft-404",
      message: `${shown} ${verdict.why}`,
      fix: "open it, and link to where the page is now",
    };
  if (verdict.kind === "unchecked")
    return {
      rule: "link-unchecked",
      message: `${shown} ${verdict.why}`,
      fix: "open it in a browser to see whether it is there",
    };
  const fragment = new URL(url).hash.slice(1);
  if (page !== null && !hasPlace(page, fragment))
    return {
      rule: "link-fragment",
      message: `the page has no place named #${fragment.slice(0, 80)}`,
      fix: `link to ${pageOf(shown)}, or to a heading of it`,
    };
  if (verdict.kind === "moved")
    return {
      rule: "link-moved",
      message: `${shown} has moved permanently`,
      fix: `link to ${verdict.to.slice(0, 200)}${new URL(url).hash}`,
    };
  return null;
}

function pageOf(url: string): string {
  return url.replace(/#.*$/s, "");
}
