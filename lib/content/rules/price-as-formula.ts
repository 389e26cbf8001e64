import type { Nodes } from "mdast";
import { explained } from "./explained.ts";
import type { QuestionRule } from "./rule.ts";

export const priceAsFormula: QuestionRule = {
  id: "price-as-formula",
  severity: "warning",
  description: "What stands between the dollar signs of two amounts is read as a formula.",
  examples: {
    bad: ["One costs $5 and the other $6.", "{A} is free from US$10 to US$20 a month."].map(explained),
    good: ["One costs \\$5 and the other \\$6.", "It costs $5.", "$x_1$ and $x_2$ are two, `$5 and $6` is code."].map(
      explained,
    ),
  },
  check: ({ read }) => {
    if (!read.source.includes("$")) return [];
    return formulasIn(read.root).flatMap((formula) => {
      const end = formula.position?.end.offset ?? read.source.length;
      if (!/\d/.test(read.source.charAt(end))) return [];
      return [
        {
          at: formula,
          message: `"${formula.value.slice(0, 40)}" is read as a formula, and an amount follows it`,
          fix: "write a dollar sign that begins no formula as \\$",
        },
      ];
    });
  },
};

function formulasIn(node: Nodes): readonly Extract<Nodes, { type: "inlineMath" }>[] {
  if (node.type === "inlineMath") return [node];
  return "children" in node ? node.children.flatMap(formulasIn) : [];
}
