import { headers } from "next/headers";
import { environment } from "#lib/env/current";
import { visitorKey } from "./visitor-key.ts";

/**
 * The key by which the visitor who sends this request is counted, or null if it is unknown: without a trusted proxy,
 * the header comes from the visitor. The proxy's own entry is the last.
 */
export async function currentVisitor(): Promise<string | null> {
  if (!environment().TRUST_PROXY) return null;
  const address = (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return address ? visitorKey(address) : null;
}
