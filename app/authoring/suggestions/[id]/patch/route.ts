import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { contentPlace } from "#lib/env/content-place";
import { patchName } from "#lib/suggestions/patch-commands";
import { getPatch } from "#lib/suggestions/read/list-suggestions";

type Context = { params: Promise<{ id: string }> };

/** The patch of an accepted edit as a file, for authors. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const patch = await getPatch(database(), await currentViewer(), id, contentPlace(), new Date());
  if (patch === null) return new Response(null, { status: 404 });
  return new Response(patch, {
    headers: {
      "Content-Type": "text/x-patch; charset=utf-8",
      "Content-Disposition": `attachment; filename="${patchName(id)}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
