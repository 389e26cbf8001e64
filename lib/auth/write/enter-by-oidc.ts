import { database } from "#lib/db/current";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { recordEvent } from "#lib/events/record-event";
import { findSessionUser } from "../read/find-user.ts";
import { readSessionToken } from "../session-token.ts";
import { auth } from "./auth.ts";
import { oidcProvider } from "./oidc.ts";
import { sessionCookie, sessionTokens } from "./session-cookies.ts";
import { welcome } from "./welcome.ts";

const failed = "/sign-in?elsewhere=failed";

/** Leads to the provider. `returnTo` is an address of this site. */
export async function leadToProvider(request: Request, returnTo: string): Promise<Response> {
  const { headers, response } = await auth().api.signInSocial({
    body: { provider: oidcProvider, callbackURL: returnTo, errorCallbackURL: failed, disableRedirect: true },
    headers: request.headers,
    returnHeaders: true,
  });
  const reply = redirectTo(response.url ?? failed);
  for (const cookie of headers.getSetCookie()) reply.headers.append("Set-Cookie", cookie);
  return reply;
}

/** Takes what the provider sent back: begins a session, and gives the account what this device's guest did. */
export async function returnFromProvider(request: Request): Promise<Response> {
  const earlier = await sessionTokens();
  const reply = await auth().handler(request);
  const token = newSessionToken(reply);
  const found = token === null ? null : await findSessionUser(database(), token, new Date());
  if (found === null) {
    const cause = new URL(reply.headers.get("location") ?? "/", request.url).searchParams.get("error") ?? "unknown";
    await recordEvent("sign-in-refused", { actor: null }, { cause: `provider: ${cause.slice(0, 60)}` });
    const refused = redirectTo(`${failed}&error=${encodeURIComponent(cause)}`);
    for (const cookie of reply.headers.getSetCookie()) refused.headers.append("Set-Cookie", cookie);
    return refused;
  }
  const { id, email, learnerId } = found.user;
  await welcome({ userId: id, learnerId, email }, earlier, { by: oidcProvider });
  return reply;
}

function newSessionToken(reply: Response): string | null {
  const start = `${sessionCookie()}=`;
  const cookie = reply.headers.getSetCookie().find((each) => each.startsWith(start));
  const value = cookie?.slice(start.length).split(";")[0];
  return value ? readSessionToken(decodeURIComponent(value), authSecret(environment())) : null;
}

function redirectTo(address: string): Response {
  return new Response(null, { status: 302, headers: { Location: address, "Cache-Control": "no-store" } });
}
