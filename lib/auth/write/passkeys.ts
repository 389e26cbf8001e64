import { passkey } from "@better-auth/passkey";
import { APIError } from "better-auth/api";
import type { Environment } from "#lib/env/environment";
import { passkeyHost } from "../passkey-host.ts";

interface Verified {
  readonly verification: {
    readonly registrationInfo?: { readonly userVerified: boolean };
    readonly authenticationInfo?: { readonly userVerified: boolean };
  };
}

/**
 * The plugin for passkeys. A passkey replaces both factors, so the device must have verified its user by a PIN, a
 * finger or a face. The library requests that, but accepts a passkey without it; we refuse such a passkey here.
 */
export function passkeyPlugin({ BASE_URL }: Pick<Environment, "BASE_URL">) {
  return passkey({
    rpName: "Mockdown",
    rpID: passkeyHost(BASE_URL) ?? "localhost",
    // Without BASE_URL, the library uses the header Origin; the browser has then bound the passkey to localhost.
    origin: BASE_URL === undefined ? null : new URL(BASE_URL).origin,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    registration: { afterVerification: refuseUnverified },
    authentication: { afterVerification: refuseUnverified },
    advanced: { webAuthnChallengeCookie: "passkey" },
  });
}

function refuseUnverified({ verification }: Verified): void {
  const info = verification.registrationInfo ?? verification.authenticationInfo;
  if (info?.userVerified !== true) throw new APIError("FORBIDDEN", { code: "NOT_VERIFIED", message: "not verified" });
}
