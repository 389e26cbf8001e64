export const dynamic = "force-dynamic";

/** For supervisors that restart a process that hangs: 200 while it answers, whatever the state of the database. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
