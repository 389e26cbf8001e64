import { headers } from "next/headers";
import { authSecret } from "#lib/env/auth-secret";
import { environment } from "#lib/env/current";
import { log } from "#lib/log/log";
import { pseudonym } from "./pseudonym.ts";

/** The events of an investigation. Each is described in docs/metrics.md. */
export type SecurityEvent =
  | "signed-up"
  | "signed-in"
  | "sign-in-refused"
  | "signed-out"
  | "sessions-ended"
  | "password-changed"
  | "password-refused"
  | "password-reset-asked"
  | "address-change-asked"
  | "address-confirmed"
  | "second-factor-changed"
  | "passkeys-changed"
  | "role-changed"
  | "invited"
  | "moderated"
  | "access-refused"
  | "data-exported"
  | "account-deleted"
  | "guest-deleted";

interface Involved {
  /** The id of the account that acts; null for a visitor or a guest. */
  readonly actor: string | null;
  /** The address that somebody tried, or that the event concerns. */
  readonly address?: string;
}

/** Writes one event into the log: when, what, in which request, and who, by pseudonym. Only within a request. */
export async function recordEvent(
  event: SecurityEvent,
  { actor, address }: Involved,
  fields: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  const secret = authSecret(environment());
  log(isRefusal(event) ? "warn" : "info", event, {
    ...fields,
    actor: actor === null ? null : pseudonym("account", actor, secret),
    ...(address === undefined ? {} : { address: pseudonym("address", address, secret) }),
    request: (await headers()).get("x-request-id"),
  });
}

function isRefusal(event: SecurityEvent): boolean {
  return event.endsWith("-refused");
}
