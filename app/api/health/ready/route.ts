import { readiness } from "../readiness.ts";

export const dynamic = "force-dynamic";

/** For load balancers and alerts: whether the app can serve and save. Documented in docs/metrics.md. */
export const GET = (): Promise<Response> => readiness();
