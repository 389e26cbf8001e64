import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languageNames, languages } from "#lib/messages/languages";
import type { Message } from "#lib/messages/message";
import { isNode, listSources, readSource, type SyntaxNode, visitSource } from "./support/syntax-tree.ts";
import { textsIn } from "./support/word-keys.ts";

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What a message can become, as the source of a regular expression: an argument may be anything. */
function shapeOf(message: Message): string {
  if (typeof message === "string") return escaped(message);
  const parts = message.map((part) => {
    if (typeof part === "string") return escaped(part);
    const [, { of, inside } = {}] = part;
    if (inside !== undefined) return shapeOf(inside);
    return of === undefined ? ".+" : `(?:${Object.values(of).map(shapeOf).join("|")})`;
  });
  return parts.join("");
}

const messages = languages.flatMap((language) => [...textsIn(language).values()]);
/** A message that is an argument alone says nothing of what the app says. */
const shapes = messages.map(shapeOf).filter((shape) => shape !== ".+");
const whole = new RegExp(`^(?:${shapes.join("|")})$`, "s");
const literal = shapes.join("\n");

/** The texts that a browser test looks for on the screen, and all others that it holds: what it types, and who takes part. */
function textsOf(file: string): { waited: string[]; typed: string[] } {
  const waited: string[] = [];
  const typed: string[] = [];
  visitSource(file, readSource(file), (node, [parent, ...rest]) => {
    if (node.type === "TemplateElement") typed.push((node.value as { raw: string }).raw);
    if (node.type !== "Literal" || typeof node.value !== "string" || parent === undefined) return;
    (isWaitedFor(node, parent, rest) ? waited : typed).push(node.value);
  });
  return { waited, typed };
}

function isWaitedFor(node: SyntaxNode, parent: SyntaxNode, [object, call]: readonly SyntaxNode[]): boolean {
  if (parent.type === "CallExpression")
    return /^(getByText|getByLabel|toContainText|toHaveText|toHaveAccessibleName)$/.test(nameOf(parent));
  if (parent.type !== "Property" || parent.value !== node || object?.type !== "ObjectExpression") return false;
  const key = isNode(parent.key) ? parent.key.name : "";
  return (key === "name" || key === "hasText") && call !== undefined && /^(getByRole|filter)$/.test(nameOf(call));
}

function nameOf(call: SyntaxNode): string {
  const { callee } = call;
  return isNode(callee) && isNode(callee.property) ? String(callee.property.name) : "";
}

const files = listSources("tests/e2e");
const all = files.map((file) => ({ file, ...textsOf(file) }));
const content = ["tests/fixtures", "content"]
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`))
  .filter((path) => /\.(md|yaml)$/.test(path));
const known = [
  ...Object.values(languageNames),
  ...content.map((path) => readFileSync(path, "utf8")),
  ...[...files, ...listSources("tests/support")].flatMap((file) => textsOf(file).typed),
].join("\n");

describe("the words that a browser test waits for", () => {
  it("are looked for in many places", () => {
    expect(all.flatMap(({ waited }) => waited).length).toBeGreaterThan(500);
  });

  it.each(all.filter(({ waited }) => waited.length > 0))(
    "$file: are words of the catalogue, of a bank or of the test itself",
    ({ waited }) => {
      const canBeSaid = (text: string) =>
        !/\p{L}/u.test(text) || known.includes(text) || literal.includes(escaped(text)) || whole.test(text);
      expect(waited.filter((text) => !canBeSaid(text))).toEqual([]);
    },
  );
});
