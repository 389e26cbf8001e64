import { createHash } from "node:crypto";
import { APIError } from "better-auth/api";
import { type GenericOAuthConfig, genericOAuth } from "better-auth/plugins";
import { database } from "#lib/db/current";
import type { Environment } from "#lib/env/environment";
import { currentWords } from "#lib/settings/read/current-words";
import { signUpForm } from "../schema.ts";
import { toHandle } from "../to-handle.ts";
import { promoteVerified } from "./confirm-sign-up.ts";
import { learnerOf } from "./create-account.ts";
import { guestLearnerId } from "./guest-cookie.ts";
import { nameRefusal } from "./name-refusal.ts";

/** The name of the one provider in addresses and in the database. */
export const oidcProvider = "oidc";

/** The plugin for the provider that the settings name; none without them. */
export function oidcPlugins({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, REGISTRATION }: Environment) {
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) return [];
  const provider: GenericOAuthConfig = {
    providerId: oidcProvider,
    discoveryUrl: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    scopes: ["openid", "email", "profile"],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: REGISTRATION !== "open",
  };
  return [genericOAuth({ config: [provider] })];
}

interface NewUser {
  readonly name: string;
  readonly email: string;
  readonly emailVerified?: boolean;
}

/** What a new account from a provider needs: a learner, which is this device's guest, and a name that it may have. */
export async function completeUser(user: NewUser): Promise<{ data: Record<string, unknown> }> {
  // Someone who can enter any address at a provider must not get accounts with the addresses of others.
  if (!user.emailVerified) throw new APIError("FORBIDDEN", { code: "email_not_verified", message: "not verified" });
  const guestId = await guestLearnerId();
  return database().write(async (tx) => {
    const learnerId = await learnerOf(tx, guestId, new Date());
    const parsed = signUpForm.shape.name.safeParse(user.name);
    const isFit = parsed.success && (await nameRefusal(tx, parsed.data, null)) === null;
    const name = isFit ? parsed.data : await defaultName(user.email);
    return { data: { ...user, name, handle: toHandle(name), learnerId } };
  });
}

async function defaultName(email: string): Promise<string> {
  const code = createHash("sha256").update(email).digest("hex").slice(0, 6);
  return (await currentWords())("entry.defaultName", { code });
}

/** After `completeUser` and the insert: the answers of a guest who became this account are now those of a member. */
export async function welcomeUser(user: { readonly email: string; readonly learnerId?: unknown }, adminEmail?: string) {
  await database().write(async (tx) => {
    await tx.$executeRaw`UPDATE "Disclosure" SET "byMember" = TRUE WHERE "learnerId" = ${String(user.learnerId)}`;
    await promoteVerified(tx, user.email, adminEmail, new Date());
  });
}
