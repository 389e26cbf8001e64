import { sentenceFor } from "../end-with.ts";

/** What is not right, or, as `advice`, what could be better. Null when nothing is to be said. */
export type Problem = string | { readonly advice: string } | null;

export interface Finding {
  readonly what: string;
  readonly problem: Problem;
}

export type Check = readonly [what: string, find: () => Promise<Problem>];

/** Runs the checks one after another. What one throws is its problem. */
export async function findAll(checks: readonly Check[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [what, check] of checks)
    findings.push({ what, problem: await check().catch((error: Error) => sentenceFor(error) ?? error.message) });
  return findings;
}

export function isWrong({ problem }: Finding): boolean {
  return typeof problem === "string";
}

/** One line. */
export function formatFinding({ what, problem }: Finding): string {
  if (problem === null) return `ok      ${what}`;
  return typeof problem === "string" ? `WRONG   ${what}: ${problem}` : `advice  ${what}: ${problem.advice}`;
}
