export const dynamic = "force-dynamic";

/** For what restarts a process that hangs: 200 while it answers, whatever state the database is in. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
