import { database } from "#lib/db/current";

import { currentWords } from "#lib/settings/read/current-words";
/** An image of a question, by the hash of its bytes, so it may be cached for ever. */
export async function GET(_: Request, { params }: { params: Promise<{ hash: string }> }): Promise<Response> {
  const { hash } = await params;
  const media = await database().read.media.findUnique({ where: { hash }, select: { mime: true, bytes: true } });
  if (media === null) return new Response((await currentWords())("missing.title"), { status: 404 });
  return new Response(media.bytes, {
    headers: {
      "Content-Type": media.mime,
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Content-Type-Options": "nosniff",
      // An SVG that is opened directly must not run scripts in it.
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
}
