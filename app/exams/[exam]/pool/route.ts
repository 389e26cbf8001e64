import { practiceCandidates, practicePool } from "#lib/attempts/read/practice-pool";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { getExam } from "#lib/bank/read/exams";
import { database } from "#lib/db/current";
import { currentWords } from "#lib/settings/read/current-words";

export const dynamic = "force-dynamic";

/**
 * The data with which the form of custom practice counts: a row for each question, for the person who asks. It is
 * requested when the form is opened.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ exam: string }> }): Promise<Response> {
  const [db, viewer] = [database(), await currentViewer()];
  const exam = await getExam(db, (await params).exam);
  if (exam === null) return new Response(`${(await currentWords())("missing.exam")}\n`, { status: 404 });
  const asked = { learnerId: viewer.learnerId, exam, now: new Date() };
  const pool = await practicePool(db, { ...asked, candidates: await practiceCandidates(db, asked) });
  return Response.json(pool, { headers: { "Cache-Control": "private, no-store" } });
}
