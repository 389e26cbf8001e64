import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import { allWords } from "#lib/messages/catalogue";
import { chooseLanguage, type LanguageChoice } from "#lib/messages/languages";
import { createWords } from "#lib/messages/words";

/**
 * Next answers with an empty page that only a script fills where a page could not be rendered. This puts the words and
 * the ways on into it for a browser without script. Such a page is small, so it is held until all of it is there. The
 * words are in the language that the browser asks for, or else in `language`, the installation's own.
 */
export function explainFailure({ headers }: IncomingMessage, reply: ServerResponse, language: LanguageChoice): void {
  if (headers.rsc !== undefined || !/\btext\/html\b/.test(headers.accept ?? "")) return;
  const { writeHead, write, end } = reply;
  let held: Buffer[] | null = null;
  let isZipped = false;
  reply.writeHead = ((status: number, ...rest: unknown[]) => {
    const encoding = reply.getHeader("Content-Encoding");
    if (status === 500 && isPage(reply) && (encoding === undefined || encoding === "gzip")) {
      [held, isZipped] = [[], encoding === "gzip"];
      for (const name of ["Content-Encoding", "Content-Length"]) reply.removeHeader(name);
    }
    return Reflect.apply(writeHead, reply, [status, ...rest]);
  }) as typeof writeHead;
  reply.write = ((...args: unknown[]) => {
    if (held === null) return Reflect.apply(write, reply, args);
    held.push(...chunkIn(args));
    const done = args.at(-1);
    if (typeof done === "function") done();
    return true;
  }) as typeof write;
  reply.end = ((...args: unknown[]) => {
    if (held === null) return Reflect.apply(end, reply, args);
    const sent = Buffer.concat([...held, ...chunkIn(args)]);
    held = null;
    const page = (isZipped ? gunzipSync(sent) : sent).toString();
    return Reflect.apply(end, reply, [page.replace(/<body[^>]*>/, (body) => body + wordsFor(headers, language, page))]);
  }) as typeof end;
}

function isPage(reply: ServerResponse): boolean {
  return String(reply.getHeader("Content-Type") ?? "").startsWith("text/html");
}

function chunkIn([chunk, encoding]: readonly unknown[]): Buffer[] {
  if (typeof chunk === "string")
    return [Buffer.from(chunk, typeof encoding === "string" ? (encoding as "utf8") : "utf8")];
  return chunk instanceof Uint8Array ? [Buffer.from(chunk)] : [];
}

/**
 * The same as components/page-trouble.tsx, with the style sheet that the page only announces. The reader's own setting may
 * be what cannot be read, so the browser's language counts.
 */
function wordsFor(headers: IncomingHttpHeaders, fallback: LanguageChoice, page: string): string {
  const accepted = headers["accept-language"] ?? "";
  const reader = chooseLanguage({ setting: null, accepted, fallback });
  const t = createWords(allWords({ ...reader, timeZone: "UTC" }));
  const style = /href="(\/_next\/static\/[\w./-]+\.css)"/.exec(page)?.[1];
  return [
    "<noscript>",
    style === undefined ? "" : `<link rel="stylesheet" href="${style}">`,
    `<main lang="${reader.language}" class="mx-auto w-full max-w-5xl px-4 pt-6 pb-16 sm:px-6 sm:pt-10"><form class="max-w-2xl">`,
    `<h1 class="font-serif text-3xl font-semibold tracking-tight">${t("pageError.notShown")}</h1>`,
    `<p class="mt-4">${t("pageError.whatHappened", { refused: "no" })}</p>`,
    '<div class="mt-6 flex flex-wrap gap-3">',
    `<button class="button primary">${t("pageError.again")}</button>`,
    `<a href="/" class="button plain">${t("pageError.home")}</a>`,
    "</div></form></main></noscript>",
  ].join("");
}
