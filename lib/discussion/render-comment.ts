import { fail, ok, type Result } from "#lib/exam/result";
import { renderUntrusted } from "#lib/markdown/render-untrusted";
import { isBlank } from "./is-blank.ts";

export type RenderRefusal = "too-deep" | "nothing-to-see" | "server-busy";

/** The safe HTML of a comment, or why there is none. */
export async function renderComment(markdown: string): Promise<Result<string, RenderRefusal>> {
  const rendered = await renderUntrusted(markdown);
  if (!rendered.ok) return fail(rendered.refusal.reason === "busy" ? "server-busy" : "too-deep");
  return isBlank(rendered.text) ? fail("nothing-to-see") : ok(rendered.html);
}
