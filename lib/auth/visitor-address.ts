import { headers } from "next/headers";
import { environment } from "#lib/env/current";

/**
 * The network address of who sends the request, or null where it cannot be believed: without a trusted proxy in front
 * the header comes from the visitor. The proxy's own entry is the last.
 */
export async function visitorAddress(): Promise<string | null> {
  if (!environment().TRUST_PROXY) return null;
  const forwarded = (await headers()).get("x-forwarded-for");
  return forwarded?.split(",").at(-1)?.trim() || null;
}
