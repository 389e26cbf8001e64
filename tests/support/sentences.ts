import { isNode, type SyntaxNode, visitSource } from "./syntax-tree.ts";

/** Attributes whose text is for the browser. Any other attribute of our components counts as text for people. */
const technical = new Set(
  "className class id name type value href rel target method action d viewBox fill stroke look lang dir key form inputMode pattern autoComplete autoCapitalize autoCorrect accept media sizes strokeLinecap strokeLinejoin strokeDasharray vectorEffect preserveAspectRatio points transform textAnchor".split(
    " ",
  ),
);

/** Attributes whose text people read, even if it is one short word. */
const forPeople =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|heading|legend)$/;

const lettersOnly = /^[“„‘(]?[\p{L}’'-]+[,.:;!?…”“’)]*$/u;

/** Whether a text reads like words for people: a capitalized word, or several words. Names of classes and keys do not. */
export function readsLikeWords(text: string): boolean {
  const tokens = text.trim().split(/\s+/);
  if (!/\p{L}{2}/u.test(text)) return false;
  if (/^\p{Lu}\p{Ll}+[,.:;!?…]*$/u.test(tokens[0] ?? "") && tokens.every((token) => /^[^<>{}=[\]]+$/.test(token)))
    return true;
  return tokens.length > 1 && tokens.every((token) => lettersOnly.test(token)) && !tokens.some((t) => /\w-\w/.test(t));
}

/** Places whose text no reader sees. */
function isForMachines(node: SyntaxNode, parents: readonly SyntaxNode[]): boolean {
  const [parent] = parents;
  if (parent === undefined) return true;
  if (
    /^(Import|Export)/.test(parent.type) ||
    parents.some(({ type }) => type.startsWith("TS") && type !== "TSAsExpression" && type !== "TSSatisfiesExpression")
  )
    return true;
  if ("directive" in parent) return true;
  if ((parent.type === "BinaryExpression" && parent.operator !== "+") || parent.type === "SwitchCase") return true;
  if (parent.type === "Property" && parent.key === node) return true;
  if (parent.type === "MemberExpression") return true;
  if (parents.some((each) => each.type === "ThrowStatement" || isMachineCall(each))) return true;
  const name = attributeOf(parents);
  return (
    technical.has(name) ||
    name.startsWith("data-") ||
    /^aria-(current|live|hidden|labelledby|describedby|sort)$/.test(name)
  );
}

/** The attribute whose value contains a text; "" if none does. */
function attributeOf(parents: readonly SyntaxNode[]): string {
  const attribute = parents.find(({ type }) => type === "JSXAttribute");
  return attribute && isNode(attribute.name) ? String(attribute.name.name) : "";
}

/** A piece of a sentence around an inserted value: `${count} questions`. */
function isJoined(text: string, parents: readonly SyntaxNode[]): boolean {
  const isShown = parents.some(({ type }) => type === "JSXExpressionContainer");
  return isShown && /^\s+\p{L}{3,}|\p{L}{3,}\s+$/u.test(text);
}

/** Errors are for developers, logs for operators; selectors and headers are not words. */
function isMachineCall({ type, callee }: SyntaxNode): boolean {
  if (type !== "CallExpression" && type !== "NewExpression") return false;
  if (!isNode(callee)) return false;
  const name = String(isNode(callee.property) ? callee.property.name : callee.name);
  return /^(([A-Z]\w*)?Error|log|logger|warn|info|debug|querySelector(All)?|closest|startsWith|endsWith|includes|getItem|setItem|has|get|set|append|\$?(queryRaw|executeRaw)(Unsafe)?|recordEvent|readColumn|insertMissing|whileShown|fetch|createHash|test|match|replace(All)?|split|localFont)$/.test(
    name,
  );
}

/** Every text in a source that people would read although it does not come from the catalogue, with its line. */
export function strayWords(file: string, text: string): string[] {
  const found: string[] = [];
  const report = (at: number, words: string) =>
    found.push(`${file}:${text.slice(0, at).split("\n").length} ${words.trim().replace(/\s+/g, " ")}`);
  visitSource(file, text, (node, parents) => {
    if (node.type === "JSXText" && /\p{L}{2}/u.test(String(node.value))) report(node.start, String(node.value));
    if (isForMachines(node, parents)) return;
    if (node.type === "Literal" && typeof node.value === "string") {
      const isRead = forPeople.test(attributeOf(parents)) && parents[0]?.type === "JSXAttribute";
      if (readsLikeWords(node.value) || isJoined(node.value, parents) || (isRead && /\p{L}{2}/u.test(node.value)))
        report(node.start, node.value);
    }
    if (node.type === "TemplateElement" && parents[1]?.type !== "TaggedTemplateExpression") {
      const { raw } = node.value as { raw: string };
      if (readsLikeWords(raw) || isJoined(raw, parents)) report(node.start, raw);
    }
  });
  return found;
}
