import { setTimeout as sleep } from "node:timers/promises";
import { isAPIError } from "better-auth/api";
import { database } from "#lib/db/current";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { recordEvent } from "#lib/events/record-event";
import { findSessionUser } from "../read/find-user.ts";
import { readSessionToken } from "../session-token.ts";
import { forgetProvider, providerAuth } from "./auth.ts";
import { oidcProvider } from "./oidc.ts";
import { sessionCookie, sessionTokens } from "./session-cookies.ts";
import { welcome } from "./welcome.ts";

const failed = "/sign-in?elsewhere=failed";

/** How long the provider may take, in milliseconds. The library itself would wait for minutes. */
const patience = 10_000;

/** Leads to the provider, or back to the sign-in if it does not answer. `returnTo` is an address of this site. */
export async function leadToProvider(request: Request, returnTo: string, patienceMs = patience): Promise<Response> {
  const led = await inTime(beginAtProvider(request, returnTo), patienceMs);
  const address = led?.response.url;
  if (led === null || address === undefined) return refuse("provider_silent");
  return withCookies(redirectTo(address), led.headers);
}

/** Null if the provider could not be reached. */
async function beginAtProvider(request: Request, returnTo: string) {
  try {
    return await providerAuth().api.signInSocial({
      body: { provider: oidcProvider, callbackURL: returnTo, errorCallbackURL: failed, disableRedirect: true },
      headers: request.headers,
      returnHeaders: true,
    });
  } catch (error) {
    // The library's error while it knows nothing about the provider.
    if (isAPIError(error) && error.body?.code === "PROVIDER_NOT_FOUND") return null;
    throw error;
  }
}

/** Handles the provider's reply: starts a session, and gives the account what this device's guest did. */
export async function returnFromProvider(request: Request, patienceMs = patience): Promise<Response> {
  const earlier = await sessionTokens();
  const reply = await inTime(providerAuth().handler(request), patienceMs);
  if (reply === null) return refuse("provider_silent");
  const token = newSessionToken(reply);
  const found = token === null ? null : await findSessionUser(database(), token, new Date());
  if (found === null) {
    const cause = new URL(reply.headers.get("location") ?? "/", request.url).searchParams.get("error") ?? "unknown";
    return withCookies(await refuse(cause), reply.headers);
  }
  const { id, email, learnerId } = found.user;
  await welcome({ userId: id, learnerId, email }, earlier, { by: oidcProvider });
  return reply;
}

/** Null when the work takes longer. It then continues in the background, and the next visitor starts again. */
async function inTime<T>(work: Promise<T>, patienceMs: number): Promise<T | null> {
  const end = new AbortController();
  const late = sleep(patienceMs, "late" as const, { signal: end.signal, ref: false });
  const first = await Promise.race([work, late]);
  end.abort();
  if (first !== "late") return first as T;
  forgetProvider();
  return null;
}

/** Leads back to the sign-in, which says why. */
async function refuse(cause: string): Promise<Response> {
  await recordEvent("sign-in-refused", { actor: null }, { cause: `provider: ${cause.slice(0, 60)}` });
  return redirectTo(`${failed}&error=${encodeURIComponent(cause)}`);
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

function withCookies(reply: Response, headers: Headers): Response {
  for (const cookie of headers.getSetCookie()) reply.headers.append("Set-Cookie", cookie);
  return reply;
}
