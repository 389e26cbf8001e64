import { currentViewer } from "#lib/auth/read/current-viewer";
import { getExam } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import { atomFeed } from "#lib/discussion/atom-feed";
import { listDiscussed } from "#lib/discussion/read/list-discussed";
import { environment } from "#lib/env/current";
import { keptBack } from "#lib/review/read/kept-form";
import { currentWords } from "#lib/settings/read/current-words";

export const dynamic = "force-dynamic";

/** The questions of an exam under discussion, as an Atom feed that anyone may read. */
export async function GET(request: Request, { params }: { params: Promise<{ exam: string }> }): Promise<Response> {
  const exam = await getExam(database(), (await params).exam);
  if (exam === null) return new Response(`${(await currentWords())("missing.exam")}\n`, { status: 404 });
  const siteUrl = (environment().BASE_URL ?? new URL(request.url).origin).replace(/\/$/, "");
  // A learner who opens the feed in a browser does not see questions there that they have set aside.
  const kept = await keptBack(database(), (await currentViewer()).learnerId, new Date());
  const feed = atomFeed(await currentWords(), exam, await listDiscussed(database(), exam.slug, kept), siteUrl);
  return new Response(feed, { headers: { "Content-Type": "application/atom+xml; charset=utf-8" } });
}
