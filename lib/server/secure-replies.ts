import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { LanguageChoice } from "#lib/messages/languages";
import { beforeNext } from "./before-next.ts";
import { explainFailure } from "./failed-pages.ts";
import { answerMissing } from "./missing-pages.ts";
import { contentPolicy, securityHeaders } from "./security-headers.ts";

const policyName = "content-security-policy";
/** Names the request in the log; people who see an error can tell it to the operator. */
export const requestIdName = "x-request-id";

/**
 * Gives every request an id and every reply of this process its security headers, before anything else sees the request. Next takes the nonce of
 * its inline scripts from the header of the request. An image has a policy of its own (app/media). `next dev` evaluates
 * code, so there is no policy there.
 */
export function secureReplies(
  baseUrl: string | undefined,
  isDevelopment: boolean,
  language: LanguageChoice = "en",
): void {
  const headers = Object.entries(securityHeaders(baseUrl?.startsWith("https:") ?? false));
  beforeNext((request, reply) => {
    for (const [name, value] of headers) reply.setHeader(name, value);
    const id = randomBytes(9).toString("base64url");
    request.headers[requestIdName] = id;
    reply.setHeader(requestIdName, id);
    answerMissing(request, reply, id);
    explainFailure(request, reply, language);
    if (!isDevelopment) setPolicy(request, reply);
    return false;
  });
}

function setPolicy(request: IncomingMessage, reply: ServerResponse): void {
  const policy = contentPolicy(randomBytes(16).toString("base64url"));
  // Whatever the visitor sent in this header is ignored.
  request.headers[policyName] = policy;
  delete request.headers[`${policyName}-report-only`];
  if (!request.url?.startsWith("/media/")) reply.setHeader(policyName, policy);
}
