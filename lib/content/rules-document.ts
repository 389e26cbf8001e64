import { examRules } from "./rules/exam-rules.ts";
import { questionRules } from "./rules/question-rules.ts";
import { rulesCatalogue } from "./rules-catalogue.ts";
import { structuralRules } from "./structural-rules.ts";

const introduction = `# Rules of the checker

\`npm run content -- check\` names one of these rules with every problem. Errors stop a sync before it writes anything;
warnings do not.`;

/** The text of docs/rules.md: every rule, and for those about flaws what trips them and what does not. */
export function rulesDocument(): string {
  const rows = Object.entries(structuralRules).map(
    ([id, rule]) => `| \`${id}\` | ${rule.severity} | ${rule.description.replaceAll("|", "\\|")} |`,
  );
  return [
    introduction,
    `There are ${rulesCatalogue().length} rules.`,
    "## What must hold for a file to be read",
    ["| rule | severity | what must hold |", "| --- | --- | --- |", ...rows].join("\n"),
    "## Flaws that item writers know",
    ...questionRules.flatMap((rule) => [
      `### \`${rule.id}\` (${rule.severity})`,
      rule.description,
      ...rule.examples.bad.slice(0, 1).flatMap((example) => ["Trips it:", fenced(example)]),
      ...rule.examples.good.slice(0, 1).flatMap((example) => ["Does not:", fenced(example)]),
    ]),
    "## Flaws that show over a whole exam",
    ...examRules.flatMap((rule) => [`### \`${rule.id}\` (${rule.severity})`, rule.description]),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

function fenced(example: string): string {
  return `\`\`\`\`markdown\n${example.trimEnd()}\n\`\`\`\``;
}
