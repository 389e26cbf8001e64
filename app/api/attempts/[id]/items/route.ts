import { getAttempt, listOpenItems } from "#lib/attempts/read/attempt";
import { examTime } from "#lib/attempts/write/clock-watch";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { openPositions } from "#lib/exam/attempt";
import { orRefusal } from "../../reply.ts";

const most = 50;

type Context = { params: Promise<{ id: string }> };

/** Public parts of items of an exam in progress, so that the next question needs no request. Documented in docs/api.md. */
export function GET(request: Request, context: Context): Promise<Response> {
  return orRefusal(() => list(request, context));
}

async function list(request: Request, { params }: Context): Promise<Response> {
  const from = Number(new URL(request.url).searchParams.get("from") ?? 1);
  const attempt = await getAttempt(database(), await currentViewer(), (await params).id);
  if (attempt === null || attempt.finishedAt !== null || attempt.plan.reveal === "at-once" || !Number.isInteger(from))
    return Response.json({ error: { code: "no-such-attempt", message: "No running exam." } }, { status: 404 });
  const open = openPositions(attempt.sitting, examTime());
  const first = Math.max(open.from, from);
  const length = Math.max(0, Math.min(most, open.to - first + 1));
  const positions = Array.from({ length }, (_, i) => first + i);
  const items = await listOpenItems(database(), attempt, positions);
  return Response.json({ items }, { headers: { "Cache-Control": "private, no-store" } });
}
