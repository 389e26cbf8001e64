import { allWords } from "#lib/messages/catalogue";
import type { Language } from "#lib/messages/languages";
import type { Message } from "#lib/messages/message";
import { isNode, type SyntaxNode } from "./syntax-tree.ts";

/** The parsed texts of the catalogue in one language by their keys, "room.name". */
export function textsIn(language: Language): ReadonlyMap<string, Message> {
  const rooms = Object.entries(allWords({ language, locale: language, timeZone: "UTC" }).messages);
  return new Map(
    rooms.flatMap(([room, texts]) => Object.entries(texts).map(([name, text]) => [`${room}.${name}`, text] as const)),
  );
}

export const texts = textsIn("en");

/** The keys that a literal, a template or a conditional expression of them can be. */
export function keysOf(node: unknown): string[] {
  if (!isNode(node)) return [];
  if (node.type === "Literal") return texts.has(String(node.value)) ? [String(node.value)] : [];
  if (node.type === "ConditionalExpression") return [...keysOf(node.consequent), ...keysOf(node.alternate)];
  if (node.type !== "TemplateLiteral") return [];
  const [first = "", ...rest] = (node.quasis as SyntaxNode[]).map(({ value }) => (value as { raw: string }).raw);
  // Otherwise a whole room would count as used, and its arguments could not be checked.
  if (!/^[a-zA-Z]+\.\w/.test(first)) return [];
  const last = rest.at(-1) ?? "";
  return [...texts.keys()].filter((key) => key.startsWith(first) && key.endsWith(last));
}
