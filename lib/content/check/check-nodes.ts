import type { Nodes, Root } from "mdast";
import { plainText } from "#lib/markdown/plain-text";
import { safeUrl } from "#lib/markdown/safe-url";
import type { Problem } from "../problem.ts";
import { parseImagePath } from "../read/image-path.ts";
import { type StructuralRuleId, structuralProblem } from "../rules/structural-rules.ts";

/** Every image and link of a file that cannot be shown or followed. */
export function checkNodes(
  file: string,
  root: Root,
  addresses: { readonly urlOf: (node: Nodes) => string | null },
  imageUrl: (path: string) => string | null,
): readonly Problem[] {
  const problems: Problem[] = [];
  const tell = (rule: StructuralRuleId, node: Nodes, message: string, fix: string): void => {
    problems.push(structuralProblem(file, rule, node.position?.start ?? { line: 1, column: 1 }, message, fix));
  };
  const checkImage = (node: Nodes, alt: string): void => {
    if (alt.trim() === "")
      tell("missing-alt", node, "the image has no alternative text", "say what it shows: ![text](file.png)");
    const path = parseImagePath(file, addresses.urlOf(node) ?? "");
    if (!path.ok) tell(path.rule, node, path.message, path.fix);
    else if (imageUrl(path.path) === null)
      tell(
        "missing-image",
        node,
        `there is no file ${path.path}`,
        "add the file, or correct the path: upper and lower case matter",
      );
  };
  const visit = (node: Nodes): void => {
    if (node.type === "image" || node.type === "imageReference") checkImage(node, node.alt ?? "");
    if (node.type === "link" || node.type === "linkReference") {
      const url = addresses.urlOf(node) ?? "";
      if (safeUrl(url) === null)
        tell(
          "bad-link",
          node,
          `the link "${plainText([node]).slice(0, 40)}" leads to ${JSON.stringify(url.slice(0, 80))}`,
          "write a full address that begins with https://",
        );
    }
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return problems;
}
