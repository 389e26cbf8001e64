import type { Severity } from "../problem.ts";
import { examRules } from "./exam-rules.ts";
import { linkRules } from "./link-rules.ts";
import { questionRules } from "./question-rules.ts";
import { structuralRules } from "./structural-rules.ts";

export interface CataloguedRule {
  readonly id: string;
  readonly severity: Severity;
  readonly description: string;
}

/** Every rule that a problem can name. */
export function rulesCatalogue(): readonly CataloguedRule[] {
  const named = Object.entries({ ...structuralRules, ...linkRules }).map(([id, rule]) => ({ id, ...rule }));
  return [...named, ...questionRules, ...examRules];
}
