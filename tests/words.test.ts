import { describe, expect, it } from "vitest";
import type { Message } from "#lib/messages/message";
import { strayWords } from "./support/sentences.ts";
import { isNode, listSources, readSource, type SyntaxNode, visitSource } from "./support/syntax-tree.ts";
import { keysOf, texts } from "./support/word-keys.ts";

/** Whose words all come from the catalogue. The list grows until it names every room. */
const converted =
  /^(app|components)\/|^lib\/(account|attempts|auth|authoring|discussion|help|dates|exam|limits|mail|moderation|notifications|progress|review|search|settings|suggestions)\//;

/**
 * English alone: what is shown where the reader’s language is not known, what a script is answered, what authors and operators
 * read in files and commands, and names that are the same in every language.
 */
const outside = [
  /^app\/(api|metrics)\/|^(app|components)\/styleguide\//,
  /^app\/(global-error\.tsx|account\/data\/route\.ts)$/,
  /^lib\/(attempts\/schema|exam\/language-marks|suggestions\/patch-(commands|mail))\.ts$/,
  /^lib\/(account\/device-name|auth\/reserved-names|auth\/write\/(admin-link|auth|passkeys))\.ts$/,
  /^lib\/discussion\/(imported-line|read\/get-comment-history|write\/import-thread)\.ts$/,
];

const sources = ["app", "components", "lib"].flatMap(listSources);

/** The names of the arguments and elements that a message fills in. */
function argumentsOf(message: Message): string[] {
  if (typeof message === "string") return [];
  return message.flatMap((part) => {
    if (typeof part === "string") return [];
    const [name, { of = {}, inside = "" } = {}] = part;
    return [name, ...argumentsOf(inside), ...Object.values(of).flatMap(argumentsOf)];
  });
}

interface Call {
  readonly place: string;
  readonly keys: readonly string[];
  /** One of the keys is meant, but which is not written down. */
  readonly isPattern: boolean;
  /** Null where they cannot be seen. */
  readonly given: readonly string[] | null;
}

function callsIn(file: string, text: string): { used: string[]; calls: Call[] } {
  const used: string[] = [];
  const calls: Call[] = [];
  visitSource(file, text, (node) => {
    used.push(...keysOf(node));
    if (node.type !== "CallExpression") return;
    const [key, values] = node.arguments as SyntaxNode[];
    const keys = keysOf(key);
    if (keys.length === 0) return;
    const properties = (isNode(values) && values.type === "ObjectExpression" ? values.properties : []) as SyntaxNode[];
    const names = properties.map(({ key: name }) => (isNode(name) ? String(name.name ?? name.value) : null));
    const isSeen = !names.includes(null) && (values === undefined || values.type === "ObjectExpression");
    calls.push({
      place: `${file}: ${keys[0]}`,
      keys,
      isPattern: key?.type === "TemplateLiteral",
      given: isSeen ? (names as string[]) : null,
    });
  });
  return { used, calls };
}

function wrongArguments({ place, keys, isPattern, given }: Call): string[] {
  if (given === null) return [];
  const names = keys.map((key) => argumentsOf(texts.get(key) ?? ""));
  const needed = new Set(names.flat());
  const isNeeded = (name: string) => !isPattern || names.every((each) => each.includes(name));
  const missing = [...needed]
    .filter((name) => isNeeded(name) && !given.includes(name))
    .map((name) => `${place} needs {${name}}`);
  return [...missing, ...given.filter((name) => !needed.has(name)).map((name) => `${place} has no {${name}}`)];
}

describe("the words of the interface", () => {
  const all = sources.map((file) => callsIn(file, readSource(file)));

  it("come from the catalogue alone in the rooms that are converted", () => {
    const isOutside = (file: string) => outside.some((part) => part.test(file));
    const files = sources.filter((file) => converted.test(file) && !isOutside(file));
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => strayWords(file, readSource(file)))).toEqual([]);
  });

  it.each([
    ["<p>Loose words</p>", "Loose words"],
    ['<Field label="Email" />', "Email"],
    ["<p aria-label={`Part of it`} />", "Part of it"],
    ['<b>{isOpen ? "Close" : null}</b>', "Close"],
    ['const names = { study: "Study" };', "Study"],
    ['setProblem("no connection")', "no connection"],
    ['setError("no connection")', "no connection"],
    ['<img alt="a tree" />', "a tree"],
    ['<input placeholder="name" />', "name"],
    ['<a title="open">{t("x.y")}</a>', "open"],
    ["<p>{`\u0024{count} questions`}</p>", "questions"],
    ['<p>{count + " questions"}</p>', "questions"],
    ['export const metadata = { title: "All exams" };', "All exams"],
    ['const refuse = () => fail("Sign in first.");', "Sign in first."],
    ['z.string().min(1, "Write a name")', "Write a name"],
    ['z.string().refine(isName, { message: "not a name" })', "not a name"],
    ['document.title = "Question"', "Question"],
    ['new Response("There is no such exam.", { status: 404 })', "There is no such exam."],
  ])("are found where they are planted: %s", (source, words) => {
    expect(strayWords("planted.tsx", source)).toEqual([`planted.tsx:1 ${words}`]);
  });

  it.each([
    '<p className="flex items-center">{t("item.next")}</p>',
    'throw new Error("must not happen");',
    'throw new BadEnvironment("must not be");',
    'if (event.key === "Enter") go();',
    "type Size = 'Large' | 'Small';",
  ])("leave what is for machines alone: %s", (source) => expect(strayWords("planted.tsx", source)).toEqual([]));

  it("hold no text that is never shown", () => {
    const used = new Set(all.flatMap(({ used }) => used));
    expect([...texts.keys()].filter((key) => !used.has(key))).toEqual([]);
  });

  it("are given every argument that they need and no other", () => {
    const calls = all.flatMap(({ calls }) => calls);
    expect(calls.length).toBeGreaterThan(100);
    expect(calls.flatMap(wrongArguments)).toEqual([]);
    const planted = callsIn("planted.tsx", 't("item.heading", { position: 1, counts: 2 })').calls.flatMap(
      wrongArguments,
    );
    expect(planted).toEqual(["planted.tsx: item.heading needs {count}", "planted.tsx: item.heading has no {counts}"]);
  });
});
