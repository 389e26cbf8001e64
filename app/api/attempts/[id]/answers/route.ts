import { saveAnswers } from "#lib/attempts/save-answers";
import { saveBody } from "#lib/attempts/schema";
import { currentViewer } from "#lib/auth/current-viewer";
import { DatabaseBusy } from "#lib/db/busy";
import { database } from "#lib/db/current";

/** Keeps a batch of answers. Documented in docs/api.md. */
export async function PUT(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const body = saveBody.safeParse(await request.json().catch(() => null));
  if (!body.success)
    return problem(
      400,
      "bad-request",
      body.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "),
    );
  const viewer = await currentViewer();
  if (viewer.learnerId === null)
    return problem(401, "signed-out", "Sign in again; the answers stay on this device until then.");
  const now = new Date();
  try {
    const result = await saveAnswers({ db: database(), viewer, attemptId: (await params).id, body: body.data, now });
    if (!result.ok) return problem(404, result.error, "This attempt belongs to another account or does not exist.");
    return Response.json({ ...result.value, serverTime: now.toISOString() });
  } catch (error) {
    if (error instanceof DatabaseBusy)
      return problem(503, "busy", "The database is locked; nothing was saved. Try again.");
    throw error;
  }
}

function problem(status: number, code: string, message: string): Response {
  const headers = status === 503 ? { "Retry-After": "1" } : undefined;
  return Response.json({ error: { code, message } }, { status, ...(headers ? { headers } : {}) });
}
