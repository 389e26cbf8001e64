import { returnFromProvider } from "#lib/auth/write/enter-by-oidc";
import { environment } from "#lib/env/current";

export const dynamic = "force-dynamic";

/** The address to which the provider of OIDC_ISSUER leads back. */
export async function GET(request: Request): Promise<Response> {
  if (environment().OIDC_ISSUER === undefined) return new Response(null, { status: 404 });
  return returnFromProvider(request);
}
