import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { isNode, readSource, type SyntaxNode, visitSource } from "./syntax-tree.ts";
import { keysOf } from "./word-keys.ts";

interface Source {
  readonly runs: "in the browser" | "as an action" | "where it is used";
  /** Rooms of the catalogue that contain its sentences. */
  readonly rooms: ReadonlySet<string>;
  /** Rooms that it gives to the browser. */
  readonly given: ReadonlySet<string>;
  readonly imports: readonly string[];
}

const sources = new Map<string, Source>();

/**
 * Follows what pages import, including dynamic imports: the rooms that are given, and those whose sentences are built
 * in the browser.
 */
export function browserWords(files: readonly string[]): { given: Set<string>; used: Set<string> } {
  const [given, used, seen] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const follow = (file: string, isInBrowser: boolean) => {
    if (seen.has(`${file} ${isInBrowser}`)) return;
    seen.add(`${file} ${isInBrowser}`);
    const source = sourceOf(file);
    if (source.runs === "as an action") return;
    const runsThere = isInBrowser || source.runs === "in the browser";
    for (const room of runsThere ? source.rooms : source.given) (runsThere ? used : given).add(room);
    for (const each of source.imports) follow(each, runsThere);
  };
  for (const file of files) if (existsSync(file)) follow(file, false);
  return { given, used };
}

function sourceOf(file: string): Source {
  const known = sources.get(file);
  if (known !== undefined) return known;
  const text = readSource(file);
  const [rooms, given, imports] = [new Set<string>(), new Set<string>(), [] as string[]];
  visitSource(file, text, (node) => {
    for (const key of keysOf(node)) rooms.add(key.split(".")[0] ?? "");
    const imported = importedBy(node, file);
    if (imported !== null) imports.push(imported);
    if (
      node.type === "CallExpression" &&
      isNode(node.callee) &&
      /^(current|exam)WordsOf$/.test(String(node.callee.name))
    )
      for (const { type, value } of node.arguments as SyntaxNode[]) if (type === "Literal") given.add(String(value));
  });
  const runs = /^"use client"/.test(text)
    ? "in the browser"
    : /^"use server"/.test(text)
      ? "as an action"
      : "where it is used";
  const made: Source = { runs, rooms, given, imports };
  sources.set(file, made);
  return made;
}

/** Our file that an import loads, unless it imports only types. */
function importedBy(node: SyntaxNode, from: string): string | null {
  const isImport = /^(ImportDeclaration|ImportExpression|ExportNamedDeclaration|ExportAllDeclaration)$/.test(node.type);
  if (!isImport || node.importKind === "type" || node.exportKind === "type" || !isNode(node.source)) return null;
  const specifiers = (node.specifiers ?? []) as SyntaxNode[];
  if (specifiers.length > 0 && specifiers.every(({ importKind }) => importKind === "type")) return null;
  const name = String(node.source.value);
  const path = name.startsWith("#") ? name.slice(1) : name.startsWith(".") ? join(dirname(from), name) : null;
  return path === null
    ? null
    : ([path, `${path}.ts`, `${path}.tsx`].find((each) => /\.tsx?$/.test(each) && existsSync(each)) ?? null);
}
