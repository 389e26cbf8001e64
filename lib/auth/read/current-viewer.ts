import { createHmac } from "node:crypto";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { database } from "#lib/db/current";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { currentVisitor } from "#lib/limits/current-visitor";
import { roleInForce } from "../role.ts";
import { oldestSession } from "../session-times.ts";
import { readSessionToken } from "../session-token.ts";
import { mintViewer, type Viewer } from "../viewer.ts";
import { auth } from "../write/auth.ts";
import { forgetGuest, guestLearnerId, rememberGuest } from "../write/guest-cookie.ts";
import { claimGuest, createLearner } from "../write/guest-learner.ts";
import { keepSessionCookie, sessionCookie } from "../write/session-cookies.ts";
import { findSessionUser, findUser, isGuest } from "./find-user.ts";

/** The person who sends the current request. Looked up once per request. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const user = await currentUser();
  if (user === null) return mintViewer(await currentGuest(), null);
  const { id, name, email, learnerId } = user;
  return mintViewer(learnerId, { userId: id, name, email, role: roleInForce(user, new Date()) });
});

/** The library's own lookup costs ten times as much, so it only does what nothing else can: renew and end sessions. */
async function currentUser() {
  const jar = await cookies();
  const cookie = jar.get(sessionCookie())?.value;
  if (cookie === undefined) return null;
  const token = readSessionToken(cookie, authSecret(environment()));
  const found = token === null ? null : await findSessionUser(database(), token, new Date());
  if (found !== null && !(found.isDue && keepSessionCookie(jar, cookie))) return found.user;
  const session = await auth().api.getSession({ headers: await headers() });
  // The library has no maximum duration.
  if (session === null || session.session.createdAt <= oldestSession(new Date())) return null;
  return findUser(database(), session.user.id);
}

/** The guest of this device; a learner that an account has adopted can only be reached by signing in. */
async function currentGuest(): Promise<string | null> {
  const learnerId = await guestLearnerId();
  return learnerId !== null && (await isGuest(database(), learnerId)) ? learnerId : null;
}

/** The viewer with a learner who can own an attempt: a visitor becomes a guest. Only in actions and routes. */
export async function viewerWithLearner(): Promise<Viewer & { readonly learnerId: string }> {
  const viewer = await currentViewer();
  if (viewer.learnerId !== null) return { ...viewer, learnerId: viewer.learnerId };
  const learnerId = await createLearner(database(), new Date(), hashVisitor(await currentVisitor()));
  await rememberGuest(learnerId);
  return { ...mintViewer(learnerId, null), learnerId };
}

/** Keyed, because all IPv4 addresses can be tried in a minute. */
function hashVisitor(visitor: string | null): string | null {
  if (visitor === null) return null;
  return createHmac("sha256", authSecret(environment())).update(`visitor:${visitor}`).digest("base64url").slice(0, 16);
}

/** After a sign-in: the account takes over what this device's guest did. Safe to repeat. */
export async function adoptGuest(learnerId: string): Promise<void> {
  const guestId = await guestLearnerId();
  if (guestId === null) return;
  await claimGuest(database(), guestId, learnerId, new Date());
  await forgetGuest();
}
