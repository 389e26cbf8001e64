import { lastSync } from "#lib/bank/read/last-sync";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";

type Context = { params: Promise<{ exam: string }> };

/** Reports when the files of an exam change, and when a sync has shown them. Only in development. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { exam } = await params;
  if (process.env.NODE_ENV !== "development" || !/^[a-z0-9-]+$/.test(exam)) return new Response(null, { status: 404 });
  const { followExam } = await import("#lib/preview/follow-exam");
  const since = Number(new URL(request.url).searchParams.get("since") ?? Date.now());
  const stream = followExam({
    folder: environment().CONTENT_DIR,
    examSlug: exam,
    since,
    lastSync: () => lastSync(database()),
    signal: request.signal,
  });
  return new Response(stream, { headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store" } });
}
