import { setTimeout as sleep } from "node:timers/promises";

/** A server's answer to one request; redirects are not followed. */
export interface Reply {
  readonly status: number;
  /** Where a redirect leads to, as it was written. */
  readonly location: string | null;
  readonly isHtml: boolean;
  /** The page's text, at most `mostBytes` of it; empty unless it is HTML that was asked for by GET. */
  readonly html: string;
  /** Whether the page was longer. */
  readonly isCut: boolean;
}

/** Why there was no answer: the code of the system or of Node, such as ENOTFOUND. */
export interface NoReply {
  readonly code: string;
}

export type Ask = (method: "HEAD" | "GET", url: string) => Promise<Reply | NoReply>;

const timeoutMs = 20_000;
const mostBytes = 2 * 1024 * 1024;
const longestWaitMs = 60_000;
const defaultWaitMs = 2_000;
const headers = {
  accept: "text/html,application/xhtml+xml,*/*;q=0.8",
  "accept-language": "en",
  "user-agent": "Mozilla/5.0 (compatible; mockdown-links)",
};

/**
 * Asks servers one request after another for each host, with a pause of `pauseMs` between two. A server that is busy is
 * asked once more after the time that it names, and one that cannot be reached after the pause.
 */
export function politeAsker(pauseMs: number): Ask {
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = <T>(host: string, work: () => Promise<T>): Promise<T> => {
    const result = (turns.get(host) ?? Promise.resolve()).then(work);
    turns.set(
      host,
      result.then(() => sleep(pauseMs)),
    );
    return result;
  };
  return async (method, url) => {
    const once = () => inTurn(new URL(url).host, () => request(method, url));
    const first = await once();
    if ("code" in first) return isPassing(first.code) ? withoutWait(await once()) : first;
    if (first.waitMs === null) return withoutWait(first);
    await sleep(Math.min(first.waitMs, longestWaitMs));
    return withoutWait(await once());
  };
}

interface TimedReply extends Reply {
  /** How long a busy server asks to be left alone; null when it is not busy. */
  readonly waitMs: number | null;
}

async function request(method: "HEAD" | "GET", url: string): Promise<TimedReply | NoReply> {
  try {
    const response = await fetch(url, { method, headers, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
    const isHtml = /html/i.test(response.headers.get("content-type") ?? "");
    const body = method === "GET" && isHtml ? await readBounded(response) : { html: "", isCut: false };
    if (!response.bodyUsed) await response.body?.cancel();
    return {
      status: response.status,
      location: response.headers.get("location"),
      isHtml,
      ...body,
      waitMs: [429, 500, 502, 503, 504].includes(response.status) ? waitOf(response.headers.get("retry-after")) : null,
    };
  } catch (error) {
    return { code: codeOf(error) };
  }
}

function withoutWait(reply: TimedReply | NoReply): Reply | NoReply {
  if ("code" in reply) return reply;
  const { waitMs: _, ...rest } = reply;
  return rest;
}

function waitOf(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? Number.NaN);
  if (Number.isFinite(seconds)) return seconds * 1000;
  const until = Date.parse(retryAfter ?? "");
  return Number.isNaN(until) ? defaultWaitMs : Math.max(0, until - Date.now());
}

async function readBounded(response: Response): Promise<{ readonly html: string; readonly isCut: boolean }> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > mostBytes) break;
  }
  return { html: new TextDecoder().decode(Buffer.concat(chunks)), isCut: bytes > mostBytes };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  if (error.name === "TimeoutError") return "ETIMEDOUT";
  const cause = error.cause as { readonly code?: string } | undefined;
  return cause?.code ?? (error as NodeJS.ErrnoException).code ?? error.name;
}

function isPassing(code: string): boolean {
  return /^(?:ECONNRESET|ECONNREFUSED|EPIPE|EAI_AGAIN|ETIMEDOUT|UND_ERR_\w+)$/.test(code);
}
