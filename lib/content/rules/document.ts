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
    "## What a file needs to be read",
    table(["rule", "severity", "what must hold"], rows(structuralRules)),
    "## Flaws in questions",
    ...questionRules.flatMap((rule) => [
      `### \`${rule.id}\` (${rule.severity})`,
      rule.description,
      ...rule.examples.bad.slice(0, 1).flatMap((example) => ["This is reported:", fenced(example)]),
      ...rule.examples.good.slice(0, 1).flatMap((example) => ["This is not:", fenced(example)]),
    ]),
    "## Flaws in a whole exam",
    ...examRules.flatMap((rule) => [`### \`${rule.id}\` (${rule.severity})`, rule.description]),
    "## Addresses",
    "`npm run content -- links` looks up every address and names these rules.",
    table(["rule", "severity", "what must hold"], rows(linkRules)),
    "## What `--fix` corrects",
    [
      "`npm run content -- check --fix` corrects what these rules report wherever the intention is certain:",
      `${[...mends.keys(), "not-utf8"].map((id) => `\`${id}\``).join(", ")}.`,
      "A question without errors means exactly the same afterwards, or the change is not made; one with errors keeps all of",
      "its letters and digits, except for a misspelt name. All other bytes stay, including the byte order mark and line endings.",
    ].join("\n"),
    "It also tidies the form. A check does not report these rules, because they change nothing that a learner sees:",
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
