import type { Nodes } from "mdast";
import { isFormula } from "#lib/markdown/escape-money";
import { explained } from "./explained.ts";
import type { QuestionRule } from "./rule.ts";

type Formula = Extract<Nodes, { type: "inlineMath" }>;

export const priceAsFormula: QuestionRule = {
  id: "price-as-formula",
  severity: "warning",
  description: "Text between the dollar signs of two amounts or variables is read as a formula.",
  examples: {
    bad: [
      "One costs $5 and the other $6.",
      "{A} is free from US$10 to US$20 a month.",
      "if [ $NAME = Ada ]; then echo $NAME; fi",
    ].map(explained),
    good: ["One costs \\$5 and the other \\$6.", "It costs $5.", "$x_1$ and $x_2$ are two, `$5 and $6` is code."].map(
      explained,
    ),
  },
  check: ({ read }) => {
    if (!read.source.includes("$")) return [];
    return formulasIn(read.root).flatMap((formula) => {
      if (isMeant(formula, read.source)) return [];
      return [
        {
          at: formula,
          message: `"${formula.value.slice(0, 40)}" is read as a formula, but Git hosts show it as text`,
          fix: "write \\$ for a dollar sign that does not start a formula",
        },
      ];
    });
  },
};

/** Whether a Git host shows a formula there, too. */
function isMeant({ position, value }: Formula, source: string): boolean {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (start === undefined || end === undefined) return true;
  const dollars = /^\$+/.exec(source.slice(start, end))?.[0].length ?? 0;
  const body = dollars === 1 ? source.slice(start + 1, end - 1) : value;
  return isFormula(source.charAt(start - 1), body, source.slice(end, end + 20), dollars);
}

function formulasIn(node: Nodes): readonly Formula[] {
  if (node.type === "inlineMath") return [node];
  return "children" in node ? node.children.flatMap(formulasIn) : [];
}
