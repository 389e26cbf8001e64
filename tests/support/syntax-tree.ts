import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";

/** A node of an ESTree syntax tree, as far as tests need it. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** Sources of a folder, without tests and generated files. */
export function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$|\.d\.ts$|\/generated\//.test(path));
}

/** Calls `look` for each node, with its ancestors, the nearest first. */
export function visitSource(
  file: string,
  text: string,
  look: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void,
): void {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed`);
  const visit = (value: unknown, parents: readonly SyntaxNode[]): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, parents);
    else if (isNode(value)) {
      look(value, parents);
      for (const child of Object.values(value)) visit(child, [value, ...parents]);
    }
  };
  visit(program, []);
}

export function readSource(file: string): string {
  return readFileSync(file, "utf8");
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
