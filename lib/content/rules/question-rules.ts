import { allOfTheAbove } from "./all-of-the-above.ts";
import { brokenBraces } from "./broken-braces.ts";
import { everyOptionRight } from "./every-option-right.ts";
import { explanationContradictsKey } from "./explanation-contradicts-key.ts";
import { gluedText } from "./glued-text.ts";
import { insecureReference } from "./insecure-reference.ts";
import { invisibleCharacters } from "./invisible-characters.ts";
import { keyInText } from "./key-in-text.ts";
import { keyLongest } from "./key-longest.ts";
import { letterInProse } from "./letter-in-prose.ts";
import { listedAnswer } from "./listed-answer.ts";
import { lostSigns } from "./lost-signs.ts";
import { negativeStem } from "./negative-stem.ts";
import { numberAsWritten } from "./number-as-written.ts";
import { priceAsFormula } from "./price-as-formula.ts";
import { rawHtml } from "./raw-html.ts";
import type { QuestionRule } from "./rule.ts";
import { sameOptions } from "./same-options.ts";
import { statedCountRule } from "./stated-count.ts";
import { typedMarks } from "./typed-marks.ts";

/** Every rule that looks at one question. A new rule is a file beside this one and a line here. */
export const questionRules: readonly QuestionRule[] = [
  allOfTheAbove,
  brokenBraces,
  everyOptionRight,
  explanationContradictsKey,
  gluedText,
  insecureReference,
  invisibleCharacters,
  keyInText,
  keyLongest,
  letterInProse,
  listedAnswer,
  lostSigns,
  negativeStem,
  numberAsWritten,
  priceAsFormula,
  rawHtml,
  sameOptions,
  statedCountRule,
  typedMarks,
];
