import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

/** Of the process, because Next loads pages apart from what the server starts with. */
const held = globalThis as typeof globalThis & { mockdownReplies?: Map<string, boolean> };
held.mockdownReplies ??= new Map();
/** Whether the page is missing, of each request that is not answered yet. */
const isMissing = held.mockdownReplies;

/** An address that no page has, so that it shows the ways on. */
const nowhere = "/404";

/** Says that the page which the request with this id asks for is not there. */
export function markMissing(requestId: string): void {
  if (isMissing.has(requestId)) isMissing.set(requestId, true);
}

/**
 * Gives the reply the status 404 if its page says that it is not there. Next has `notFound()` for this, but sends an empty page
 * with it, which only a script fills. A navigation within the app takes the page as it is. An action has nothing else to say it with:
 * where it answers a form that was posted without script, the browser is led to a page that has words.
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

/** Whether a browser posted a form by itself. */
function isPlainForm(headers: IncomingHttpHeaders): boolean {
  const type = headers["content-type"] ?? "";
  return (
    headers["next-action"] === undefined && /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)
  );
}
