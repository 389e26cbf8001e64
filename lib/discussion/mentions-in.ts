import { toHandle } from "#lib/auth/to-handle";

/** A comment that names a crowd is not a conversation. */
const mostMentions = 10;

/** The handles mentioned in a text, each once, at most ten. Code and email addresses (ada@example.org) are not mentions. */
export function mentionsIn(markdown: string): readonly string[] {
  const prose = markdown.replace(/(`{1,3})[\s\S]*?\1/g, " ");
  const found = [...prose.matchAll(/(?<![\p{L}\p{M}\p{N}@/._-])@([\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*)/gu)];
  return [...new Set(found.map((match) => toHandle(match[1] ?? "")))].slice(0, mostMentions);
}
