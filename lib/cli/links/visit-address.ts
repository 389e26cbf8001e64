import { randomBytes } from "node:crypto";
import type { Ask, NoReply, Reply } from "./polite-asker.ts";
import { type Page, readPage, soundsMissing } from "./read-page.ts";

/** What became of an address. `why` is the end of a sentence that begins with the address. */
export type Verdict =
  | { readonly kind: "alive" }
  | { readonly kind: "moved"; readonly to: string }
  | { readonly kind: "broken" | "soft-404" | "unchecked"; readonly why: string };

export interface Visit {
  readonly verdict: Verdict;
  /** The whole page, where it is HTML. */
  readonly page: Page | null;
}

const mostHops = 10;

/** Looks an address (without fragment) up: by HEAD, and by GET where that does not settle it. Follows redirects. */
export async function visitAddress(url: string, ask: Ask): Promise<Visit> {
  const head = await follow("HEAD", url, ask);
  if (isFound(head.reply) && !head.reply.isHtml) return { verdict: aliveOrMoved(url, head), page: null };
  const got = await follow("GET", url, ask);
  const { reply } = got;
  if (!isFound(reply)) return { verdict: failure(reply), page: null };
  if (!reply.isHtml) return { verdict: aliveOrMoved(url, got), page: null };
  const page = readPage(reply.html);
  if (await isForeign(url, got, page.title, ask))
    return {
      verdict: { kind: "soft-404", why: "answers with the site's page for unknown addresses" },
      page: null,
    };
  return { verdict: aliveOrMoved(url, got), page: reply.isCut ? null : page };
}

interface Followed {
  /** Where the redirects ended. */
  readonly at: string;
  /** Whether every redirect is for good. */
  readonly isForGood: boolean;
  readonly reply: Reply | NoReply;
}

async function follow(method: "HEAD" | "GET", url: string, ask: Ask): Promise<Followed> {
  let at = url;
  let isForGood = true;
  for (let hop = 0; hop <= mostHops; hop += 1) {
    const reply = await ask(method, at);
    const isRedirect = "status" in reply && [301, 302, 303, 307, 308].includes(reply.status);
    if (!isRedirect || reply.location === null) return { at, isForGood, reply };
    if (!URL.canParse(reply.location, at)) return { at, isForGood, reply: { code: "ERR_BAD_REDIRECT" } };
    const next = new URL(reply.location, at);
    if (!/^https?:$/.test(next.protocol)) return { at, isForGood, reply: { code: "ERR_BAD_REDIRECT" } };
    isForGood &&= reply.status === 301 || reply.status === 308;
    at = next.href;
  }
  // Browsers may pass where a cookie is wanted on the way.
  return { at, isForGood, reply: { code: "ERR_TOO_MANY_REDIRECTS" } };
}

function isFound(reply: Reply | NoReply): reply is Reply {
  return "status" in reply && reply.status >= 200 && reply.status < 300;
}

function aliveOrMoved(url: string, { at, isForGood }: Followed): Verdict {
  return isForGood && at !== url ? { kind: "moved", to: at } : { kind: "alive" };
}

/** Only what no visitor could get past is broken: a server that turns programs away may well have the page. */
function failure(reply: Reply | NoReply): Verdict {
  if ("status" in reply) {
    if (reply.status === 404 || reply.status === 410)
      return { kind: "broken", why: `answers ${reply.status}: there is no such page` };
    return { kind: "unchecked", why: `answers ${reply.status} to this program` };
  }
  const why = broken[reply.code];
  if (why !== undefined) return { kind: "broken", why };
  return { kind: "unchecked", why: `gives no answer (${reply.code})` };
}

export const noSuchServer = "is on a server that does not exist";

const broken: Readonly<Record<string, string>> = {
  ENOTFOUND: noSuchServer,
  ECONNREFUSED: "is on a server that accepts no connections",
  CERT_HAS_EXPIRED: "is on a server whose certificate has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "is on a server whose certificate is for another name",
};

/**
 * Whether the page is what the site says of any address that it does not know. That is asked only where the page looks like it:
 * by its title, or because a deep address led to the front page. Then an address that certainly does not exist decides.
 */
async function isForeign(url: string, got: Followed, title: string, ask: Ask): Promise<boolean> {
  const toFront = got.at !== url && new URL(got.at).pathname === "/" && new URL(url).pathname !== "/";
  if (!soundsMissing(title) && !toFront) return false;
  const unknown = new URL(`./mockdown-${randomBytes(6).toString("hex")}`, url).href;
  const probe = await follow("GET", unknown, ask);
  if (!isFound(probe.reply)) return false;
  return toFront ? probe.at === got.at : readPage(probe.reply.html).title === title;
}
