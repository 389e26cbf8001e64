import type { QuestionRule } from "../rule.ts";

export const questionRules: readonly QuestionRule[] = [];
