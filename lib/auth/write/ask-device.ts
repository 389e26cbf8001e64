import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { environment } from "#lib/env/current";
import { passkeyHost } from "../passkey-host.ts";
import { keepCookies } from "./keep-cookies.ts";

/** What the browser should ask a device for, or why not. */
export interface PasskeyRequest<Options, Refusal> {
  readonly refusal: Refusal | null;
  readonly options: Options | null;
}

type Generate<Options> = (request: {
  readonly headers: Headers;
  readonly returnHeaders: true;
}) => Promise<{ readonly headers: Headers; readonly response: Options }>;

/**
 * What `generate` of the sign-in library wants a device to do. Its challenge is stored for five minutes, with a cookie.
 * Only in actions.
 */
export async function askDevice<Options>(generate: Generate<Options>): Promise<Options> {
  const reply = await generate({ headers: await headers(), returnHeaders: true });
  await keepCookies(reply.headers);
  return reply.response;
}

/** Answers 404 for pages that ask for passkeys where browsers create none. */
export function refuseWithoutPasskeys(): void {
  if (passkeyHost(environment().BASE_URL) === null) notFound();
}
