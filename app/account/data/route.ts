import { getOwnData } from "#lib/account/read/own-data";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { recordEvent } from "#lib/events/record-event";

export const dynamic = "force-dynamic";

/** Everything that is stored about the viewer, as a JSON file. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  const data = await getOwnData(database(), viewer, new Date());
  if (data === null)
    return Response.json({ error: { code: "nobody", message: "Nothing is kept about you." } }, { status: 404 });
  await recordEvent("data-exported", { actor: viewer.member?.userId ?? null });
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="mockdown-data.json"',
      "Cache-Control": "private, no-store",
    },
  });
}
