import type { Severity } from "../problem.ts";
import { examRules } from "./exam-rules.ts";
import { questionRules } from "./question-rules.ts";
import { structuralRules } from "./structural-rules.ts";

export interface CataloguedRule {
  readonly id: string;
  readonly severity: Severity;
  readonly description: string;
}

/** Every rule that a problem can name. */
export function rulesCatalogue(): readonly CataloguedRule[] {
  return [...Object.entries(structuralRules).map(([id, rule]) => ({ id, ...rule })), ...questionRules, ...examRules];
}
