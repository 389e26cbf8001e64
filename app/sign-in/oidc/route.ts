import { returnPath } from "#lib/auth/schema";
import { leadToProvider } from "#lib/auth/write/enter-by-oidc";
import { environment } from "#lib/env/current";

export const dynamic = "force-dynamic";

/** The way to the provider of OIDC_ISSUER. A link, not a form: the policy lets forms lead only to this site. */
export async function GET(request: Request): Promise<Response> {
  if (environment().OIDC_ISSUER === undefined) return new Response(null, { status: 404 });
  return leadToProvider(request, returnPath(new URL(request.url).searchParams.get("returnTo")));
}
