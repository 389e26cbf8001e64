import { keyPositionBalance } from "./key-position-balance.ts";
import { nearDuplicateStem } from "./near-duplicate-stem.ts";
import type { ExamRule } from "./rule.ts";

/** Every rule that looks at all questions of an exam. A new rule is a file beside this one and a line here. */
export const examRules: readonly ExamRule[] = [keyPositionBalance, nearDuplicateStem];
