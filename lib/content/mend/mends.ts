import type { Mend } from "./mend.ts";
import {
  addressMeant,
  headingMeant,
  imageMeant,
  letterInBraces,
  listOfLinks,
  repeatedHeading,
  strayRule,
} from "./mend-body.ts";
import {
  domainAsWritten,
  leadingLines,
  meaninglessKey,
  misspeltKey,
  quotedNumber,
  quotedValue,
  repeatedLine,
  valueMeant,
} from "./mend-front-matter.ts";
import { boxMeant, boxMissing, emptyEntry, labels, oneList, outdented, spaceAfterNumber } from "./mend-options.ts";

/** What can be mended without asking the author, by the rule that tells of it. */
export const mends: ReadonlyMap<string, Mend> = new Map(
  Object.entries({
    "no-front-matter": leadingLines,
    "bad-yaml": quotedValue,
    "yaml-alias": quotedValue,
    "duplicate-key": repeatedLine,
    "unknown-key": misspeltKey,
    "bad-value": valueMeant,
    "unknown-domain": domainAsWritten,
    "wrong-kind": meaninglessKey,
    "no-answer": quotedNumber,
    "empty-option": emptyEntry,
    "malformed-checkbox": boxMeant,
    "option-without-box": boxMissing,
    "nested-option": outdented,
    "split-options": oneList,
    "option-label": labels,
    "step-numbers": spaceAfterNumber,
    "stray-text": strayRule,
    "unknown-section": headingMeant,
    "duplicate-section": repeatedHeading,
    "bad-reference": listOfLinks,
    "image-outside": imageMeant,
    "missing-image": imageMeant,
    "bad-link": addressMeant,
    "letter-in-prose": letterInBraces,
  } satisfies Readonly<Record<string, Mend>>),
);
