import type { RuleVersion, ScoringRule } from "./kinds/kind.ts";

const newest: RuleVersion = 2;

/** The version of the rule that new attempts use. */
export function markingNow(rule: ScoringRule): { readonly rule: ScoringRule; readonly version: typeof newest } {
  return { rule, version: newest };
}
