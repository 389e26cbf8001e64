import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

/** Shared by the process, because Next loads pages separately from the code that starts the server. */
const held = globalThis as typeof globalThis & { mockdownReplies?: Map<string, boolean> };
held.mockdownReplies ??= new Map();
/** For each request that is not answered yet, whether its page is missing. */
const isMissing = held.mockdownReplies;

/** An address that no page has, so it shows the "not found" page with its links. */
const nowhere = "/404";

/** Marks the page of the request with this id as missing. */
export function markMissing(requestId: string): void {
  if (isMissing.has(requestId)) isMissing.set(requestId, true);
}

/**
 * Gives the reply the status 404 if its page is marked as missing. Next has `notFound()` for this, but then sends an
 * empty page that only a script fills. A navigation within the app takes the page as it is. An action has no other way
 * to say it: if it answers a form that was posted without script, the browser is redirected to a page with an
 * explanation.
 */
export function answerMissing({ method, headers }: IncomingMessage, reply: ServerResponse, requestId: string): void {
  const { writeHead } = reply;
  isMissing.set(requestId, false);
  reply.writeHead = ((status: number, ...rest: unknown[]) => {
    const shown = isMissing.get(requestId) && headers.rsc === undefined ? 404 : status;
    const isEmpty = shown === 404 && method === "POST" && isPlainForm(headers);
    if (isEmpty) reply.setHeader("Location", nowhere);
    return Reflect.apply(writeHead, reply, [isEmpty ? 303 : shown, ...rest]);
  }) as typeof writeHead;
  reply.once("close", () => isMissing.delete(requestId));
}

/** Whether the browser itself posted a form, without script. */
function isPlainForm(headers: IncomingHttpHeaders): boolean {
  const type = headers["content-type"] ?? "";
  return (
    headers["next-action"] === undefined && /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)
  );
}
