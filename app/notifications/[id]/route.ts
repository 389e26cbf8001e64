import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { openNotification } from "#lib/notifications/write/settings";

type Context = { params: Promise<{ id: string }> };

/** The target of a notification. Opening it marks it as read; opening it again changes nothing. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const viewer = await currentViewer();
  const path = await openNotification({ db: database(), viewer, id, now: new Date() });
  return new Response(null, {
    status: 303,
    headers: { Location: path ?? "/notifications", "Cache-Control": "no-store" },
  });
}
