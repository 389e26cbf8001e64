import { toHandle } from "#lib/auth/to-handle";

/** A comment that mentions a crowd is not a conversation. */
const mostMentions = 10;

/**
 * The handles mentioned in a comment's HTML, each once, at most ten. What its Markdown hides or shows as code does not
 * count; nor do addresses (ada@example.org) and other names (@ada_lovelace).
 */
export function mentionsIn(html: string): readonly string[] {
  const prose = html.replace(/<(pre|code|math)\b[\s\S]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ");
  const found = [
    ...prose.matchAll(
      /(?<![\p{L}\p{M}\p{N}@/._-])@([\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*)(?![\p{L}\p{M}\p{N}_])/gu,
    ),
  ];
  return [...new Set(found.map((match) => toHandle(match[1] ?? "")))].slice(0, mostMentions);
}
