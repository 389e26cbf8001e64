import type { Nodes } from "mdast";
import type { QuestionRule } from "./rule.ts";

export const insecureReference: QuestionRule = {
  id: "insecure-reference",
  severity: "warning",
  description: "A reference does not use https, so what a reader gets may not be what its author wrote.",
  examples: {
    bad: [
      `---
domain: d
---
Which is a metric?

- [x] BLEU
- [ ] Adam

## Explanation

{A} is one.

## References

- [A page](http://example.org/)
`,
    ],
    good: [
      `---
domain: d
---
Which is a metric?

- [x] BLEU
- [ ] Adam

## Explanation

{A} is one.

## References

- [A page](https://example.org/)
`,
    ],
  },
  check: ({ read }) =>
    (read.parts.references?.content ?? []).flatMap(linksIn).flatMap((link) => {
      if (!/^http:/i.test(link.url)) return [];
      return [
        {
          at: link,
          message: `the reference leads to ${link.url.slice(0, 80)}`,
          fix: "use the https address of the page",
        },
      ];
    }),
};

function linksIn(node: Nodes): readonly Extract<Nodes, { type: "link" | "definition" }>[] {
  if (node.type === "link" || node.type === "definition") return [node];
  return "children" in node ? (node.children as Nodes[]).flatMap(linksIn) : [];
}
