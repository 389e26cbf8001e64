import type { RuleVersion, ScoringRule } from "./kinds/kind.ts";

const newest: RuleVersion = 2;

/** The rule in the version that attempts begin with now. */
export function markingNow(rule: ScoringRule): { readonly rule: ScoringRule; readonly version: typeof newest } {
  return { rule, version: newest };
}
