import { formRules } from "../mend/form-rules.ts";
import { mends } from "../mend/mends.ts";
import { rulesCatalogue } from "./catalogue.ts";
import { examRules } from "./exam-rules.ts";
import { linkRules } from "./link-rules.ts";
import { questionRules } from "./question-rules.ts";
import { structuralRules } from "./structural-rules.ts";

const introduction = `# Rules of the checker

\`npm run content -- check\` names one of these rules with every problem. Errors stop a sync before it writes anything;
warnings do not.`;

/** The text of docs/rules.md: every rule, and for those about flaws what trips them and what does not. */
export function rulesDocument(): string {
  const rows = (rules: Readonly<Record<string, { readonly severity: string; readonly description: string }>>) =>
    Object.entries(rules).map(([id, rule]) => [`\`${id}\``, rule.severity, rule.description]);
  return [
    introduction,
    `There are ${rulesCatalogue().length} rules.`,
    "## What must hold for a file to be read",
    table(["rule", "severity", "what must hold"], rows(structuralRules)),
    "## Flaws that item writers know",
    ...questionRules.flatMap((rule) => [
      `### \`${rule.id}\` (${rule.severity})`,
      rule.description,
      ...rule.examples.bad.slice(0, 1).flatMap((example) => ["Trips it:", fenced(example)]),
      ...rule.examples.good.slice(0, 1).flatMap((example) => ["Does not:", fenced(example)]),
    ]),
    "## Flaws that show over a whole exam",
    ...examRules.flatMap((rule) => [`### \`${rule.id}\` (${rule.severity})`, rule.description]),
    "## Addresses",
    "`npm run content -- links` looks every address up and names these rules.",
    table(["rule", "severity", "what must hold"], rows(linkRules)),
    "## What is mended",
    [
      "`npm run content -- check --fix` mends what these rules tell of where it is certain what was meant:",
      `${[...mends.keys(), "not-utf8"].map((id) => `\`${id}\``).join(", ")}.`,
      "A question that is right means the same afterwards, word for word, or the change is not made; one with errors keeps all of",
      "its letters and digits, but for a name that was a slip. All other bytes stay, with byte order mark and line ends.",
    ].join("\n"),
    "It puts the form in order, too. A check is silent about these rules, because they change nothing that a learner sees:",
    table(
      ["rule", "form"],
      formRules.map(({ id, description }) => [`\`${id}\``, description]),
    ),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

/** A table with its columns aligned, as the formatter leaves it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

function fenced(example: string): string {
  return `\`\`\`text\n${example.trimEnd()}\n\`\`\``;
}
