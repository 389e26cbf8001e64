import { environment } from "#lib/env/current";

type Context = { params: Promise<{ exam: string }> };

/** Reports when the files of an exam change. Only in development. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { exam } = await params;
  if (process.env.NODE_ENV !== "development" || !/^[a-z0-9-]+$/.test(exam)) return new Response(null, { status: 404 });
  const { followExam } = await import("#lib/preview/follow-exam");
  const since = Number(new URL(request.url).searchParams.get("since") ?? Number.NaN);
  const stream = followExam(environment().CONTENT_DIR, exam, since, request.signal);
  return new Response(stream, { headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store" } });
}
