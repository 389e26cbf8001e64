import { certainNouns } from "./option-nouns.ts";
import { PatternFamily } from "./pattern-family.ts";

const options = `${certainNouns}|propositions?|ones?|key`;
const ordinals = "first|second|third|fourth|fifth|sixth|last|\\dst|\\dnd|\\drd|\\dth";

/** Sentences about the order in which the options stand, which is true of the order of the file alone. */
export const orderFamily = new PatternFamily(
  [
    // "the correct one comes last", "the right answer is third", "the key is in second place"
    String.raw`(?:${options})\s+(?:here\s+)?(?:is|are|was|comes?|stands?|appears?|sits?|(?:is|are|was|were)\s+(?:listed|given|placed|printed|named|shown))\s+(?:(?:in|on|at)\s+(?:the\s+)?)?(?:${ordinals})(?=\s*(?:[.,;:!?)]|$)|\s+(?:place|position|spot|line|row|in\s+the\s+list|of\s+(?:the\s+)?(?:list|all|five|four|three)|because|since|and|but)(?!\p{L}))`,
    // "the options are listed from cheapest to dearest", "the answers are in ascending order"
    String.raw`(?:${options})\s+(?:are|were|sind|sont|son|são|sono|están|estão)\s+(?:\p{L}+ly\s+)?(?:listed|sorted|ordered|arranged|ranked|given|shown|geordnet|sortiert|aufgeführt|classées?|rangées?|ordenad[ao]s|ordinat[ei])\s+(?:in|from|by|according|alphabetically|nach|von|par|por|per|del?|dal?|em|en)(?!\p{L})`,
    String.raw`(?:${options})\s+(?:are|stand|were|stehen|sind)\s+in\s+(?:\p{L}+\s+)?(?:ascending|descending|increasing|decreasing|alphabetical|chronological|numerical|historical|the\s+(?:same|right|wrong|correct)|aufsteigender|absteigender|alphabetischer|zeitlicher)\s+(?:order|sequence|Reihenfolge)(?!\p{L})`,
  ].map((source) => new RegExp(String.raw`(?<!\p{L})${source}`, "giu")),
);
