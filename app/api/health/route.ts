import { readiness } from "./readiness.ts";

export const dynamic = "force-dynamic";

/** The same as /api/health/ready. */
export const GET = (): Promise<Response> => readiness();
