import { fail, ok, type Result } from "#lib/exam/result";
import { isBlank } from "../is-blank.ts";
import type { WritersLetters } from "./comment-html.ts";
import { renderInThread } from "./render-in-thread.ts";

export type RenderRefusal = "too-deep" | "nothing-to-see" | "server-busy";

/** The safe HTML of a comment, with marks where it names options by letter; or why there is none. */
export async function renderComment(
  markdown: string,
  letters: WritersLetters | null,
): Promise<Result<string, RenderRefusal>> {
  const rendered = await renderInThread(markdown, letters);
  if (!rendered.ok) return fail(rendered.refusal.reason === "busy" ? "server-busy" : "too-deep");
  return isBlank(rendered.text) ? fail("nothing-to-see") : ok(rendered.html);
}
