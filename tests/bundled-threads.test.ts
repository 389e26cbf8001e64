import { expect, it } from "vitest";
import { isNode, listSources, readSource, type SyntaxNode, visitSource } from "./support/syntax-tree.ts";

const isNamed = (node: unknown, name: string): node is SyntaxNode =>
  isNode(node) && node.type === "NewExpression" && isNode(node.callee) && node.callee.name === name;

/** What follows the program in each `new Worker(new URL("….ts", …), …)` of a file. */
function optionsOfThreads(file: string): unknown[] {
  const found: unknown[] = [];
  visitSource(file, readSource(file), (node) => {
    if (!isNamed(node, "Worker")) return;
    const [program, options] = node.arguments as SyntaxNode[];
    if (!isNamed(program, "URL")) return;
    const [path] = program.arguments as SyntaxNode[];
    if (String(path?.value).endsWith(".ts")) found.push(options?.type);
  });
  return found;
}

// In any other form Next leaves the address as it is, and the built server cannot start the thread; see docs/decisions/0012.
it("the threads that Next bundles have their options written out where they are started", () => {
  const options = listSources("lib").flatMap(optionsOfThreads);
  expect(options).toEqual(["ObjectExpression", "ObjectExpression"]);
});
