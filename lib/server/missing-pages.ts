import type { IncomingMessage, ServerResponse } from "node:http";

/** Of the process, because Next loads pages apart from what the server starts with. */
const held = globalThis as typeof globalThis & { mockdownReplies?: Map<string, boolean> };
held.mockdownReplies ??= new Map();
/** Whether the page is missing, of each request that is not answered yet. */
const isMissing = held.mockdownReplies;

/** Says that the page which the request with this id asks for is not there. */
export function markMissing(requestId: string): void {
  if (isMissing.has(requestId)) isMissing.set(requestId, true);
}

/**
 * Gives the reply the status 404 if its page says that it is not there. Next has `notFound()` for this, but sends an empty page
 * with it, which only a script fills. A navigation within the app takes the page as it is.
 */
export function answerMissing({ headers }: IncomingMessage, reply: ServerResponse, requestId: string): void {
  const { writeHead } = reply;
  isMissing.set(requestId, false);
  reply.writeHead = ((status: number, ...rest: unknown[]) => {
    const shown = isMissing.get(requestId) && headers.rsc === undefined ? 404 : status;
    return Reflect.apply(writeHead, reply, [shown, ...rest]);
  }) as typeof writeHead;
  reply.once("close", () => isMissing.delete(requestId));
}
