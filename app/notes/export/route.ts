import { notesMarkdown } from "#lib/attempts/notes";
import { listNotes } from "#lib/attempts/read/list-notes";
import { currentViewer } from "#lib/auth/read/current-viewer";
import { database } from "#lib/db/current";
import { environment } from "#lib/env/current";

import { currentWords } from "#lib/settings/read/current-words";
/** The viewer's notes and flagged questions as a Markdown file. */
export async function GET(request: Request): Promise<Response> {
  const notes = await listNotes(database(), await currentViewer());
  const baseUrl = environment().BASE_URL ?? new URL(request.url).origin;
  return new Response(notesMarkdown(await currentWords(), notes, baseUrl.replace(/\/$/, "")), {
    headers: {
      "Content-Type": "text/markdown; charset=utf-8",
      "Content-Disposition": 'attachment; filename="notes.md"',
      "Cache-Control": "no-store",
    },
  });
}
