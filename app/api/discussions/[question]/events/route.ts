import { standingToServe } from "#lib/attempts/read/standing";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { listen } from "#lib/discussion/live/announce";
import { eventStream } from "#lib/discussion/live/event-stream";
import { hearOtherInstances } from "#lib/discussion/live/hear-other-instances";
import { commentsSince } from "#lib/discussion/read/comments-since";
import { environment } from "#lib/env/current";
import { mayDisclose } from "#lib/exam/disclosure";
import { currentVisitor } from "#lib/limits/current-visitor";

export const dynamic = "force-dynamic";

/**
 * Announces new comments on one question as server-sent events, for those who may see its thread. An event contains
 * nothing of the comment.
 */
export async function GET(request: Request, { params }: { params: Promise<{ question: string }> }): Promise<Response> {
  const { question: questionId } = await params;
  const db = database();
  const viewer = await currentViewer();
  // Checked again for each event: an exam with this question may have begun since.
  const mayRead = async () => mayDisclose(await standingToServe(db, viewer, questionId, new Date()));
  if (!(await mayRead())) return new Response(null, { status: 404 });
  if (db.provider === "postgresql") hearOtherInstances(environment().DATABASE_URL);
  const body = eventStream({
    id: viewer.learnerId ?? "",
    isGuest: viewer.member === null,
    network: await currentVisitor(),
    signal: request.signal,
    since: request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("since"),
    subscribe: (listener) => listen(questionId, listener),
    commentsSince: (since) => commentsSince(db, questionId, since),
    mayPass: async (event) => event.authorId !== viewer.member?.userId && (await mayRead()),
  });
  if (body === null) return new Response(null, { status: 503, headers: { "Retry-After": "60" } });
  return new Response(body, {
    headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no" },
  });
}
